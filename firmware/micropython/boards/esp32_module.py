"""ESP32 family: an MPU-6050 on 21 (SDA) and 22 (SCL) if one answers, else the chip's own
temperature. The first ESP32 gives it in whole degrees Fahrenheit, the later ones in degrees C.
"""

import esp32
from boards.mpu6050 import find
from machine import Pin, SoftI2C
from sensors import Sensor, rounded


def open_sensor():
    """What there is to measure. Raises OSError: nothing."""
    try:
        found = find(SoftI2C(scl=Pin(22), sda=Pin(21)))
    except ValueError:  # this module has no such pins
        found = None
    if found:
        return found
    if hasattr(esp32, "mcu_temperature"):

        def fill(values):
            values[0] = rounded(float(esp32.mcu_temperature()), 100)

    elif hasattr(esp32, "raw_temperature"):

        def fill(values):
            values[0] = rounded((esp32.raw_temperature() - 32) / 1.8, 100)

    else:
        raise OSError("this ESP32 has no temperature sensor")
    return Sensor("ESP32 core", [("temp", "degC")], fill)

"""Raspberry Pi Pico and Pico 2, with or without radio.

An MPU-6050 on GP4 (SDA) and GP5 (SCL) if one answers, else the chip's own temperature and the
voltage at GP26 (ADC0).
"""

from boards.mpu6050 import find
from machine import ADC, I2C, Pin
from sensors import Sensor, rounded

_VOLTS = 3.3 / 65535


def open_sensor():
    """The MPU-6050, or the chip's own sensors; and words for people, or ""."""
    found, words = find(I2C(0, scl=Pin(5), sda=Pin(4)))
    if found:
        return found, words
    core = ADC(ADC.CORE_TEMP)
    pin = ADC(26)

    def fill(values):
        # RP2040 data sheet, 4.9.5: 0.706 V at 27 degC, 1.721 mV less per degree.
        values[0] = rounded(27 - (core.read_u16() * _VOLTS - 0.706) / 0.001721, 100)
        values[1] = rounded(pin.read_u16() * _VOLTS, 10000)

    return Sensor("RP2 ADC", [("temp", "degC"), ("adc0", "V")], fill), words

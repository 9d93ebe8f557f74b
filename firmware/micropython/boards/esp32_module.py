"""ESP32 family: an MPU-6050 if one answers, else the chip's own temperature.

The first ESP32 has GPIO22; S2, S3 and C3 do not. Pins are the defaults that Arduino's core has for
the chip, then D4 and D5 of Seeed's XIAO with it, which MicroPython calls by its chip only.
The first ESP32 gives its temperature in whole degrees Fahrenheit, the later ones in degrees C.
"""

import os

import esp32
from boards.mpu6050 import find
from machine import Pin, SoftI2C
from sensors import Sensor, rounded

# Part of os.uname().machine, and buses to try; the first that is in it counts.
_BUSES = (
    ("ESP32S3", ((8, 9), (5, 6))),
    ("ESP32C3", ((8, 9), (6, 7))),
    ("ESP32C6", ((23, 22), (22, 23))),
    ("ESP32S2", ((8, 9),)),
    ("ESP32", ((21, 22),)),
)


def buses(machine):
    """(SDA, SCL) pairs to try on the board called `machine`."""
    name = machine.replace("-", "")
    for part, pairs in _BUSES:
        if part in name:
            return pairs
    return ()


def _look(machine):
    words = ""
    for sda, scl in buses(machine):
        try:
            found, said = find(SoftI2C(scl=Pin(scl), sda=Pin(sda)))
        except ValueError as error:
            found, said = None, "no bus on pins %d and %d: %s" % (sda, scl, error)
        if found:
            return found, said
        words = words or said
    return None, words


def open_sensor():
    """What there is to measure, and words for people or "". Raises OSError: nothing."""
    found, words = _look(os.uname().machine if hasattr(os, "uname") else "")
    if found:
        return found, words
    if hasattr(esp32, "mcu_temperature"):

        def fill(values):
            values[0] = rounded(float(esp32.mcu_temperature()), 100)

    elif hasattr(esp32, "raw_temperature"):

        def fill(values):
            values[0] = rounded((esp32.raw_temperature() - 32) / 1.8, 100)

    else:
        raise OSError((words + "; " if words else "") + "this ESP32 has no temperature sensor")
    return Sensor("ESP32 core", [("temp", "degC")], fill), words

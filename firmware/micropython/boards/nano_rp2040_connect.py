"""Arduino Nano RP2040 Connect: LSM6DSOX; its driver is part of MicroPython for this board."""

from lsm6dsox import LSM6DSOX
from machine import I2C, Pin
from sensors import motion


def open_sensor():
    """The motion sensor and "". Raises OSError: it does not answer."""
    return motion("LSM6DSOX", LSM6DSOX(I2C(0, scl=Pin(13), sda=Pin(12)))), ""

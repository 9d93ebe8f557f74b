"""Seeed XIAO nRF52840 Sense: LSM6DS3TR-C.

No driver is part of MicroPython for this board: `mpremote mip install lsm6dsox`. By the data
sheets the registers which that driver uses are the same; only the answer to "who are you"
differs (0x6A instead of 0x6C), so that one answer is translated.
"""

import time

from lsm6dsox import LSM6DSOX
from machine import I2C, Pin
from sensors import motion

_WHO_AM_I = 0x0F


class LSM6DS3(LSM6DSOX):
    def _read_reg(self, reg, size=1):
        value = super()._read_reg(reg, size)
        return 0x6C if reg == _WHO_AM_I and value == 0x6A else value


def open_sensor():
    """The motion sensor and "". Raises OSError: it does not answer."""
    Pin("IMU_PWR", Pin.OUT).value(1)
    time.sleep_ms(50)  # the sensor starts up within 35 ms
    return motion("LSM6DS3", LSM6DS3(I2C(0, scl=Pin("IMU_SCL"), sda=Pin("IMU_SDA")))), ""

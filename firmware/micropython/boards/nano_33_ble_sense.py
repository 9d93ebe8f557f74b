"""Arduino Nano 33 BLE Sense: LSM9DS1 on rev1, BMI270 and BMM150 on rev2.

The two revisions have one MicroPython build and one name, so the bus is asked. Its drivers,
`imu` among them, are part of that build.
"""

from imu import IMU
from machine import I2C, Pin
from sensors import motion


def open_sensor():
    """The motion sensor and "". Raises OSError: it does not answer."""
    imu = IMU(I2C(1, scl=Pin(15), sda=Pin(14)))
    return motion(type(imu.imu).__name__, imu), ""

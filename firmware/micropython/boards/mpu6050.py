"""MPU-6050 on wires, for boards without a motion sensor of their own.

Needs the driver by P. Hinch and S. Plamauer, two files:
    mpremote mip install github:micropython-IMU/micropython-mpu9x50/imu.py
    mpremote mip install github:micropython-IMU/micropython-mpu9x50/vector3d.py
A board says both in one command: a line of words is cut off after 200 letters.
"""

from sensors import motion

_ADDRESSES = (0x68, 0x69)
_FILE = " github:micropython-IMU/micropython-mpu9x50/%s.py"


class _Mpu:
    def __init__(self, mpu):
        self._mpu = mpu

    def accel(self):
        return self._mpu.accel.xyz

    def gyro(self):
        return self._mpu.gyro.xyz


def find(bus):
    """(sensor, words): the sensor, or None and, when something answers at its address on `bus`
    but cannot be used, why."""
    try:
        found = [address for address in bus.scan() if address in _ADDRESSES]
    except OSError:  # nothing is wired to these pins
        found = []
    if not found:
        return None, ""
    here = "a chip answers at 0x%02x like an MPU-6050" % found[0]
    try:
        from imu import MPU6050
    except ImportError as error:
        files = _FILE % "vector3d"
        if "vector3d" not in str(error):
            files = _FILE % "imu" + files
        return None, here + " but has no driver here: mpremote mip install" + files
    try:
        return motion("MPU-6050", _Mpu(MPU6050(bus))), ""
    except Exception as error:  # noqa: BLE001 - whatever a driver raises, the board goes on
        return None, "%s but its driver fails: %s %s" % (here, type(error).__name__, error)

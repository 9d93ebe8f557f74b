"""MPU-6050 on wires, for boards without a motion sensor of their own.

Needs the driver by P. Hinch and S. Plamauer, two files:
    mpremote mip install github:micropython-IMU/micropython-mpu9x50/imu.py
    mpremote mip install github:micropython-IMU/micropython-mpu9x50/vector3d.py
"""

from sensors import motion


class _Mpu:
    def __init__(self, mpu):
        self._mpu = mpu

    def accel(self):
        return self._mpu.accel.xyz

    def gyro(self):
        return self._mpu.gyro.xyz


def find(bus):
    """The sensor, or None when the driver is not installed or nothing answers on `bus`."""
    try:
        from imu import MPU6050

        return motion("MPU-6050", _Mpu(MPU6050(bus)))
    except (ImportError, OSError, ValueError):
        return None

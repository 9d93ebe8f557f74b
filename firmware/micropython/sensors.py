"""What a sensor is, and which one a board has.

A sensor has `name`, `channels` (a list of (name, unit)) and `read(t_ms)`, which returns a list
of one float per channel, the same list every time. A read that raises costs
that sample alone.
Units: g, dps (degrees per second), degC, V.
"""

from simulated import Simulated

# part of os.uname().machine, module that knows the board; the first match counts
_PROFILES = (
    ("Nano RP2040 Connect", "nano_rp2040_connect"),
    ("Nano 33 BLE Sense", "nano_33_ble_sense"),
    ("XIAO nRF52840 Sense", "xiao_nrf52840_sense"),
    ("Pico", "raspberry_pi_pico"),
    ("ESP32", "esp32_module"),
)

_MOTION = [("ax", "g"), ("ay", "g"), ("az", "g"), ("gx", "dps"), ("gy", "dps"), ("gz", "dps")]


class Sensor:
    """fill(values) puts a float per channel into the list `values`."""

    def __init__(self, name, channels, fill):
        self.name = name
        self.channels = channels
        self._fill = fill
        self._values = [0.0] * len(channels)

    def read(self, t_ms):
        """One value per channel, in the channels' units. Raises OSError: it does not answer."""
        self._fill(self._values)
        return self._values


def rounded(value, steps):
    """To 1/steps: digits beyond the sensor's resolution only cost time on the line."""
    return round(value * steps) / steps


def motion(name, imu):
    """A sensor around a driver whose accel() is in g and gyro() in degrees per second."""

    def fill(values):
        i = 0
        for value in imu.accel():
            values[i] = rounded(value, 10000)
            i += 1
        for value in imu.gyro():
            values[i] = rounded(value, 1000)
            i += 1

    return Sensor(name, _MOTION, fill)


def open_sensor(machine):
    """(sensor, words for people or "") for the board called `machine`. Where there is no sensor it
    is the simulated one, and the words say why."""
    reason = "no sensor is known for this board"
    for part, profile in _PROFILES:
        if part in machine:
            try:
                module = __import__("boards." + profile, None, None, ["open_sensor"])
                return module.open_sensor()
            except (ImportError, OSError, ValueError) as error:
                reason = "no sensor found: %s %s" % (type(error).__name__, error)
            break
    return Simulated(), reason + "; the values are simulated"

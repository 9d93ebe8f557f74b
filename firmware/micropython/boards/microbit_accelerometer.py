"""BBC micro:bit v1: how strongly its accelerometer is pulled, 1 g at rest whichever way it lies.

One channel: there is no room for three detectors.
"""

from math import sqrt

from microbit import accelerometer

NAME = "accelerometer"
CHANNELS = (("strength", "g"),)


def read():
    """A float per channel."""
    x, y, z = accelerometer.get_values()  # in thousandths of g
    return (round(sqrt(x * x + y * y + z * z)) / 1000,)

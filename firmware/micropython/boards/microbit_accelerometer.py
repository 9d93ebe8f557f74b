"""BBC micro:bit v1: how strongly its accelerometer is pulled, 1 g at rest whichever way it lies.

One channel: there is no room for three detectors.
"""

from math import sqrt

from microbit import accelerometer

NAME = "accelerometer"
CHANNEL = "strength:mg"  # thousandths of g: whole numbers, which come back the same


def read():
    """Length of the acceleration, in thousandths of g."""
    x, y, z = accelerometer.get_values()
    return round(sqrt(x * x + y * y + z * z))

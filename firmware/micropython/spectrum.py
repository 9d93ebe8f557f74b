"""Which periods an event holds, from its first samples; src/naming/spectrum.ts is the same.

A board without memory for it leaves this file out, and refuses models that ask for it.
"""

from math import cos, pi

LISTED = "tone low middle high centroid"
WINDOW = 64  # samples from the alarm on
_MIDDLE = 5  # where that band begins, in turns a window
_HIGH = 13
_SMALLEST = 1e-9 * WINDOW  # power


def spectrum(window, count):
    """The numbers under LISTED: of the first `count` deviations, less their mean."""
    count = min(count, WINDOW)
    wave = [cos(2 * pi * i / WINDOW) for i in range(WINDOW)]
    mean = 0.0
    for i in range(count):
        mean += window[i]
    mean /= count
    bands = [0.0, 0.0, 0.0]
    total = 0.0
    moment = 0.0
    strongest = 0
    most = 0.0
    for turns in range(1, WINDOW // 2 + 1):
        re = im = 0.0
        for i in range(count):
            u = window[i] - mean
            at = turns * i % WINDOW
            re += u * wave[at]
            im += u * wave[(at + WINDOW // 4) % WINDOW]
        power = re * re + im * im
        bands[0 if turns < _MIDDLE else 1 if turns < _HIGH else 2] += power
        total += power
        moment += turns * power
        if power > most:
            most = power
            strongest = turns
    if total < _SMALLEST:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    shares = [power / total for power in bands]
    return strongest / WINDOW, shares[0], shares[1], shares[2], moment / total / WINDOW

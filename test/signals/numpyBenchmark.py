"""The benchmark signal of the detector's author, drawn with numpy's generator, as in Python.

numpyBenchmark.py SEEDS: writes, for every seed from 0 on, 10 000 values and the 50 places of the
spikes among them, as little-endian doubles.
"""

import sys

import numpy as np

SAMPLES, SPIKES, MARGIN = 10_000, 50, 100


def signal(seed):
    """(values, places of the spikes)"""
    random = np.random.default_rng(seed)
    t = np.linspace(0, 4 * np.pi, SAMPLES)
    values = 0.5 * np.sin(t) + 0.3 * np.sin(3 * t) + random.normal(0, 0.3, SAMPLES)
    places = random.choice(np.arange(MARGIN, SAMPLES - MARGIN), SPIKES, replace=False)
    values[places] += random.choice([-1, 1], SPIKES) * random.uniform(3, 10, SPIKES)
    return values, places


for seed in range(int(sys.argv[1])):
    for array in signal(seed):
        sys.stdout.buffer.write(array.astype("<f8").tobytes())

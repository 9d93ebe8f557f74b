"""What bench.ts runs on the interpreter, one function call a measurement."""

import gc
import json

import parameters
from detector import Detector
from welford import Welford

gc.disable()
with open("/values.json") as file:
    values = [float(x) for x in json.load(file)]

# The detectors whose heap is measured; the slots are there before they are.
kept = [None] * 16


def loop():
    t = 0
    for _ in values:
        t += 100


def welford():
    update = Welford().update
    t = 0
    for x in values:
        t += 100
        update(x)


def judged(**switched):
    """A run of the detector with the defaults but for these."""
    params = parameters.defaults()
    params.update(switched)
    step = Detector(params).step
    t = 0
    for x in values:
        t += 100
        step(x, t)


def level():
    judged(drift=0.0, rhythm=0.0)


def drift():
    judged(rhythm=0.0)


def rhythm():
    judged()


def season():
    judged(season=5000.0)


def heap(measured):
    """Bytes that a measurement takes from the heap."""
    before = gc.mem_alloc()
    measured()
    return gc.mem_alloc() - before


def keep_detectors():
    params = parameters.defaults()
    for i in range(len(kept)):
        kept[i] = Detector(params)
        t = 0
        for x in values:
            t += 100
            kept[i].step(x, t)
    for one in kept:
        assert len(one.maxima) == len(one.times) == 5

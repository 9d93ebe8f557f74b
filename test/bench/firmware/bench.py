"""What bench.ts runs on the interpreter.

A machine that does other things, too, leaves a short piece of work undisturbed now and then, a long
one never: so what is compared takes turns at pieces of the signal, round after round, and of each
piece the least time counts.
"""

import gc
import json

import js
import parameters
from detector import Detector
from features import LISTED, VERSION, Event
from forest import Forest
from level import ALARM
from welford import Welford

gc.disable()
with open("/values.json") as file:
    values = [float(x) for x in json.load(file)]

_PIECE = 125
_pieces = [values[i : i + _PIECE] for i in range(0, len(values), _PIECE)]
_now = js.performance.now

# The detectors whose heap is measured; the slots are there before they are.
kept = [None] * 16


def loop():
    def take(piece, t):
        for _ in piece:
            t += 100

    return take


def welford():
    update = Welford().update

    def take(piece, t):
        for x in piece:
            t += 100
            update(x)

    return take


def judged(**switched):
    """A detector with the defaults but for these, as what takes a piece of the signal."""
    params = parameters.defaults()
    params.update(switched)
    step = Detector(params).step

    def take(piece, t):
        for x in piece:
            t += 100
            step(x, t)

    return take


def ended_event():
    """An event that is over: a spike."""
    detector = Detector(parameters.defaults())
    event = Event(0)
    t = 0
    for x in values[:1000] + [1e3] + values[1000:2000]:
        t += 100
        verdict = detector.step(x, t)
        if (event.is_open or verdict & ALARM) and event.sample(detector, verdict, x, t):
            return event
    return None


def naming():
    name = Forest("/model.csv", VERSION, LISTED.split()).name
    features = ended_event().features

    def take(piece, t):
        for _ in piece:
            name(features())

    return take


MEASURED = {
    "loop": loop,
    "welford": welford,
    "level": lambda: judged(drift=0.0, rhythm=0.0),
    "drift": lambda: judged(rhythm=0.0),
    "rhythm": judged,
    "season": lambda: judged(season=5000.0),
    "naming": naming,
}
_least = {name: [1e9] * len(_pieces) for name in MEASURED}


def take_turns():
    """One round over the whole signal."""
    takers = [(_least[name], measured()) for name, measured in MEASURED.items()]
    for i, piece in enumerate(_pieces):
        for least, take in takers:
            started = _now()
            take(piece, i * _PIECE * 100)
            least[i] = min(least[i], _now() - started)


def microseconds(name):
    """Of a sample."""
    return 1000 * sum(_least[name]) / len(values)


def heap(name):
    """Bytes that a sample takes from the heap, on average."""
    take = MEASURED[name]()
    before = gc.mem_alloc()
    take(values, 0)
    return (gc.mem_alloc() - before) / len(values)


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


forests = [None]


def keep_forest():
    forests[0] = Forest("/model.csv", VERSION, LISTED.split())

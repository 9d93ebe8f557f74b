"""Feeds cases (JSON) to the firmware's detector and its features; writes the events (JSON).

Runs under MicroPython and CPython; the firmware's directory must be on sys.path.
"""

import json

from detector import Detector
from features import Event
from level import ALARM


def events_of(case):
    detector = Detector(case["parameters"])
    event = Event(case["channel"], True)
    found = []
    start = 0
    i = 0
    for time, text in case["samples"]:
        x = float(text)
        verdict = detector.step(x, time)
        if event.is_open or verdict & ALARM:
            if not event.is_open:
                start = i
            if event.sample(detector, verdict, x, time):
                numbers = ["%.17g" % value for value in event.features()]
                found.append('{"from":%d,"to":%d,"numbers":[%s]}' % (start, i, ",".join(numbers)))
        i += 1
    return "[%s]" % ",".join(found)


def main(source, target):
    with open(source) as file:
        cases = json.load(file)
    with open(target, "w") as out:
        out.write("[%s]" % ",".join([events_of(case) for case in cases]))

"""Feeds runs (JSON) to the firmware's detector and writes its rows (JSON).

Runs under MicroPython and CPython; the firmware's directory must be on sys.path.
"""

import json

from detector import Detector


def cell(value):
    if value != value:
        return '"nan"'
    if value in (float("inf"), -float("inf")):
        return '"inf"' if value > 0 else '"-inf"'
    return "%.17g" % value


def text_of(verdict, d, limit):
    fit = [cell(v) for v in (d.shape, d.scale, d.r2)] if d.fitted else ["null"] * 3
    before = [cell(v) for v in (verdict, d.d, limit, d.score, d.probability, d.mean, d.variance)]
    return "[%s]" % ",".join(before + fit + [cell(v) for v in (d.q, d.quiet, d.recent)])


def write_run(run, out):
    params = run["parameters"]
    detector = Detector(params)
    limit = 0.0
    separator = "["
    for step in run["steps"]:
        if "change" in step:
            params.update(step["change"])
            detector.configure(params)
        before = detector.n, detector.limit
        verdict = detector.step(float(step["x"]), step["timeMs"])
        if detector.n != before[0]:  # a sample that counts
            limit = before[1]
        out.write(separator + text_of(verdict, detector, limit))
        separator = ",\n"
    out.write("]")


def main(source, target):
    with open(source) as file:
        runs = json.load(file)
    with open(target, "w") as out:
        separator = "["
        for run in runs:
            out.write(separator)
            write_run(run, out)
            separator = ",\n"
        out.write("]")

"""Feeds runs (JSON) to the firmware's detector and writes its rows (JSON).

Runs under MicroPython and CPython; the firmware's directory must be on sys.path.
"""

import json
import sys

from detector import Detector


def cell(value):
    if value != value:
        return '"nan"'
    if value in (float("inf"), -float("inf")):
        return '"inf"' if value > 0 else '"-inf"'
    return "%.17g" % value


def text_of(verdict, d):
    fit = [cell(v) for v in d.fit] if d.fit else ["null"] * 4
    bar = max(1.0, d.bar * d.fade ** (d.n - d.bar_n))
    quiet = min(d.block, d.n - d.event)
    before = (verdict, d.cause, d.d, d.limit, d.score, d.probability, d.next_mean, d.variance)
    return "[%s]" % ",".join([cell(v) for v in before] + fit + [cell(v) for v in (quiet, bar)])


def set_epsilon(epsilon):
    """As if this interpreter's numbers were these."""
    for module in list(sys.modules.values()):
        if hasattr(module, "LARGEST_SQUARE"):
            module.LARGEST_SQUARE = 1e36 if epsilon > 1e-10 else 1e300
        if hasattr(module, "EPSILON"):
            module.EPSILON = epsilon


def write_run(run, out):
    params = run["parameters"]
    set_epsilon(run.get("epsilon", 2.0**-52))
    detector = Detector(params)
    separator = "["
    for step in run["steps"]:
        if step.get("restart"):
            detector = Detector(params)
        if "change" in step:
            params.update(step["change"])
            detector.configure(params)
        verdict = detector.step(float(step["x"]), step["timeMs"])
        out.write(separator + text_of(verdict, detector))
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

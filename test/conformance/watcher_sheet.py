"""The rules' watchers: the same rule in small for a slow series; drift and rhythm on top of it."""

import math

from fit_sheet import fit, quantile

CLIP = 2
DRIFT_BLOCK = 2
DRIFT_MEMORY = 256
BAND = 0.7
RUN_BLOCK = 4
RUN_MEMORY = 64
RUN_FLOOR = 0.1
STEADY = 0.5


def first_watcher():
    return {
        "n": 0, "mean": 0.0, "variance": 0.0, "blockMax": 0.0, "inBlock": 0, "maxima": [],
        "shape": None, "scale": None, "q": 0.0,
    }  # fmt: skip


def watcher_of(above, p, y, bound, block, memory, tail, floor, epsilon):
    """(the watcher after y, the ratio of y)."""
    watcher = dict(above)
    n = above["n"]
    mean = above["mean"]
    fitted = above["shape"] is not None
    sigma = max(math.sqrt(above["variance"]), 16 * epsilon * abs(mean), 1e-12)
    limit = max(bound, above["q"])
    z = 0.0 if n == 0 else (y - mean) / sigma
    by_floor = 0.0 if n == 0 else (y - mean) / max(sigma, floor)
    d = {"both": abs(by_floor), "upper": max(0.0, by_floor), "lower": max(0.0, -by_floor)}[tail]
    ratio = d / limit if fitted else 0.0

    counts = abs(z)
    if fitted and counts > limit:
        counts = min(counts, above["q"])
    refit = False
    if n >= block:
        watcher["blockMax"] = max(above["blockMax"], counts)
        watcher["inBlock"] = above["inBlock"] + 1
        if watcher["inBlock"] == block:
            watcher["maxima"] = (above["maxima"] + [max(watcher["blockMax"], 1e-6)])[
                -p["maxima"] :
            ]
            watcher["blockMax"] = 0.0
            watcher["inBlock"] = 0
            refit = len(watcher["maxima"]) == p["maxima"]
    step = y - mean
    if n >= block:
        c = CLIP * limit * sigma
        step = min(max(step, -c), c)
    a = max(1 / (n + 1), 1 / memory)
    watcher["n"] = n + 1
    watcher["mean"] = mean + a * step
    watcher["variance"] = (1 - a) * (above["variance"] + a * step**2)
    if refit:
        _, watcher["shape"], watcher["scale"], _ = fit(watcher["maxima"], location=False)
        watcher["q"] = quantile(p["delta"], 0.0, watcher["shape"], watcher["scale"])
    return watcher, ratio


def watcher_after_change(above, p, before):
    """A drift or rhythm once the parameters have become `p`."""
    watcher = dict(above["watcher"])
    watcher["maxima"] = watcher["maxima"][-p["maxima"] :]
    if p["maxima"] != before["maxima"] and len(watcher["maxima"]) == p["maxima"]:
        _, watcher["shape"], watcher["scale"], _ = fit(watcher["maxima"], location=False)
    if watcher["shape"] is not None:
        watcher["q"] = quantile(p["delta"], 0.0, watcher["shape"], watcher["scale"])
    return dict(above, watcher=watcher)


def first_drift():
    return {"watcher": first_watcher(), "last": None, "told": False, "ratio": 0.0}


def drift_of(above, p, mean, weight, epsilon):
    """The drift after a block that ended with this mean, to which it gave `weight` of its own."""
    last = above["last"]
    level = mean if last is None else last + (mean - last) / weight
    watcher, ratio = watcher_of(
        above["watcher"], p, level, p["drift"], DRIFT_BLOCK, DRIFT_MEMORY, p["tail"], 0.0, epsilon
    )
    return {"watcher": watcher, "last": mean, "told": above["told"], "ratio": ratio}


def first_rhythm():
    return {
        "watcher": first_watcher(), "side": 0, "run": 0, "skip": 1, "deadline": math.inf,
        "told": False, "m": {1: 0.0, 2: 0.0}, "count": {1: 0, 2: 0},
        "upper": None, "lower": None, "ratio": 0.0, "goes_on": False,
    }  # fmt: skip


def rhythm_of(above, p, x, mean, spread, sets_bounds, is_told, epsilon):
    """The rhythm after sample x; `mean` and `spread` (a standard deviation) are those after it.
    Its ratio is what counts but for the calm."""
    rhythm = dict(above, ratio=0.0, goes_on=False)
    if sets_bounds:
        rhythm["upper"] = mean + BAND * spread
        rhythm["lower"] = mean - BAND * spread
    if rhythm["upper"] is None or (not is_told and not above["side"]):
        return rhythm
    side = above["side"]
    if is_told:
        side = 1 if x > rhythm["upper"] else 2 if x < rhythm["lower"] else side
    watcher = above["watcher"]

    if side == above["side"]:
        rhythm["run"] = above["run"] + 1
        rhythm["goes_on"] = True
        if rhythm["run"] > above["deadline"]:
            m = above["m"][side]
            rhythm["ratio"] = (math.log(rhythm["run"]) - m) / threshold(watcher, p, epsilon)
        return rhythm

    left = above["side"]
    rhythm["side"] = side
    rhythm["run"] = 1
    rhythm["deadline"] = math.inf
    rhythm["told"] = False
    if left == 0:
        return rhythm
    if above["skip"] > 0:
        rhythm["skip"] = above["skip"] - 1
        return rhythm
    y = math.log(above["run"])
    count = above["count"][left] + 1
    rhythm["count"] = dict(above["count"])
    rhythm["count"][left] = count
    rhythm["m"] = dict(above["m"])
    if count == 1:
        rhythm["m"][left] = y
        return rhythm
    residual = y - above["m"][left]
    taught = residual
    if watcher["n"] >= RUN_BLOCK:
        c = CLIP * max(p["rhythm"], watcher["q"]) * math.sqrt(watcher["variance"])
        taught = min(max(residual, -c), c)
    rhythm["m"][left] = above["m"][left] + max(1 / count, 2 / RUN_MEMORY) * taught
    steady = floored_sigma(watcher, epsilon) <= STEADY
    rhythm["watcher"], ratio = watcher_of(
        watcher, p, residual, p["rhythm"], RUN_BLOCK, RUN_MEMORY, "both", RUN_FLOOR, epsilon
    )
    if rhythm["watcher"]["shape"] is not None and steady and rhythm["count"][side] > 0:
        beyond = threshold(rhythm["watcher"], p, epsilon)
        # Beyond the largest number there is no deadline.
        exponent = rhythm["m"][side] + beyond
        rhythm["deadline"] = math.exp(exponent) if exponent < 709 else math.inf
    if steady and not above["told"]:
        rhythm["ratio"] = ratio
    return rhythm


def floored_sigma(watcher, epsilon):
    sigma = max(math.sqrt(watcher["variance"]), 16 * epsilon * abs(watcher["mean"]), 1e-12)
    return max(sigma, RUN_FLOOR)


def threshold(watcher, p, epsilon):
    """limit times sigma, as log runs are measured."""
    return max(p["rhythm"], watcher["q"]) * floored_sigma(watcher, epsilon)

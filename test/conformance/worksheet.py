"""The detector's rules as a worksheet: one row a sample, one column a quantity, each row worked
out from the row above it and nothing else.

Written from src/detector/README.md alone ("One sample", "The fit", "Changing parameters"); it
shares no line with either implementation and makes no attempt to be fast. The step numbers are
those of that page.

    python3 worksheet.py DIRECTORY     writes one table a case into DIRECTORY
"""

import json
import math
import os
import sys

import change_cases  # noqa: F401  (enters its cases)
import judging_cases  # noqa: F401
from cases import CASES

# What a table shows, in this order. The ones after "recent" are there for the reader who checks a
# row by hand: standard deviation, z, bar of an alarm, what the block took, step and weight of the
# moments, block and memory in force.
COLUMNS = (
    "time", "x", "verdict", "d", "limit", "score", "probability", "mean", "variance",
    "shape", "scale", "r2", "q", "quiet", "recent",
    "n", "sigma", "z", "bar", "e", "blockMax", "step", "a", "B", "W",
)  # fmt: skip


def first_row(p):
    """The row above the first sample."""
    return {
        "time": None, "x": None, "verdict": 0,
        "d": 0.0, "limit": None, "score": 0.0, "probability": 0.0,
        "n": 0, "mean": 0.0, "variance": 0.0,
        "first_block_over": False, "blockMax": 0.0, "inBlock": 0, "maxima": [],
        "shape": None, "scale": None, "r2": None, "q": 0.0,
        "outlier_times": [],
        "quiet": p["block"], "recent": 0.0,
        "B": p["block"], "W": p["memory"],
        "sigma": None, "z": None, "bar": None, "e": None, "step": None, "a": None,
    }  # fmt: skip


def next_row(above, p, time, x):
    """The row of sample `x` at `time`, below the row `above`, with the parameters `p`."""
    row = dict(above)
    row["time"] = time
    row["x"] = x
    row["verdict"] = 0
    row["d"] = 0.0
    row["score"] = 0.0
    row["probability"] = 0.0

    # Step 0. Valid?
    if math.isnan(x) or math.isinf(x) or math.isinf(x * x):
        for column in ("sigma", "z", "bar", "e", "step", "a"):
            row[column] = None
        return row

    gamma = p["gamma"]
    delta = p["delta"]
    block = above["B"]
    mean = above["mean"]
    variance = above["variance"]
    q = above["q"]
    fitted = above["shape"] is not None

    # Step 1. Deviation.
    sigma = max(math.sqrt(variance), 1e-6 * abs(mean), 1e-12)
    z = 0.0 if above["n"] == 0 else (x - mean) / sigma
    d = {"both": abs(z), "upper": max(0.0, z), "lower": max(0.0, -z)}[p["tail"]]

    # Step 2. Verdict.
    limit = max(gamma, q)
    outlier = fitted and d > limit
    probability = cdf(d, above["shape"], above["scale"]) if fitted and d > gamma else 0.0
    if outlier:
        assert probability > delta or math.isclose(probability, delta), "outside, and F(d) > delta"

    # Step 3. Collective.
    times = above["outlier_times"]
    if outlier:
        times = (times + [time])[-p["outliers"] :]
    full = len(times) == p["outliers"]
    collective = outlier and full and (times[-1] - times[0]) / (p["outliers"] - 1) <= p["meanGap"]

    # Step 4. Alarm.
    recent = above["recent"] * (1 - 1 / (32 * block))
    bar = limit * (1 + p["fatigue"] * recent)
    free = above["quiet"] >= block
    score = d / bar if fitted and free else 0.0
    alarm = score > 1
    if alarm:
        recent = recent + 1
    if alarm or (outlier and not free):
        quiet = 0
    elif not free:
        quiet = above["quiet"] + 1
    else:
        quiet = above["quiet"]

    # Step 5. Maxima.
    e = None
    block_max = above["blockMax"]
    in_block = above["inBlock"] + 1
    maxima = above["maxima"]
    block_ends = in_block == block
    if above["first_block_over"]:
        e = min(d, q) if outlier else d
        block_max = max(block_max, e)
        if block_ends:
            maxima = (maxima + [max(block_max, 1e-6)])[-p["maxima"] :]
            if len(maxima) == p["maxima"]:
                row["shape"], row["scale"], row["r2"] = fit(maxima)
                row["q"] = quantile(delta, row["shape"], row["scale"])

    # Step 6. Moments.
    n = above["n"] + 1
    step = x - mean
    if above["first_block_over"]:
        step = min(max(step, -2 * limit * sigma), 2 * limit * sigma)
    a = 1 / n if above["W"] == 0 else max(1 / n, 1 / above["W"])
    row["mean"] = mean + a * step
    row["variance"] = (1 - a) * (variance + a * step**2)

    row["verdict"] = 1 * outlier + 2 * alarm + 4 * collective
    row["n"] = n
    row["sigma"] = sigma
    row["z"] = z
    row["d"] = d
    row["limit"] = limit
    row["probability"] = probability
    row["outlier_times"] = times
    row["recent"] = recent
    row["bar"] = bar
    row["score"] = score
    row["quiet"] = quiet
    row["e"] = e
    row["blockMax"] = block_max
    row["inBlock"] = in_block
    row["maxima"] = maxima
    row["step"] = step
    row["a"] = a
    if block_ends:
        row["blockMax"] = 0.0
        row["inBlock"] = 0
        row["first_block_over"] = True
        row["B"] = p["block"]
        row["W"] = p["memory"]
        if row["B"] != block and quiet >= block:
            row["quiet"] = row["B"]
    return row


def after_change(above, p):
    """The row `above` as it stands once the parameters have become `p`. Block and memory are
    taken over where a block ends, in `next_row`."""
    row = dict(above)
    row["outlier_times"] = above["outlier_times"][-p["outliers"] :]
    row["maxima"] = above["maxima"][-p["maxima"] :]
    if p["maxima"] != above["N"] and len(row["maxima"]) == p["maxima"]:
        row["shape"], row["scale"], row["r2"] = fit(row["maxima"])
    if row["shape"] is not None:
        row["q"] = quantile(p["delta"], row["shape"], row["scale"])
    return row


def fit(maxima):
    """(shape, scale, r2) of the least-squares line on Weibull probability paper."""
    count = len(maxima)
    x = [math.log(maximum) for maximum in sorted(maxima)]
    y = [math.log(-math.log(1 - (i - 0.5) / count)) for i in range(1, count + 1)]
    mean_x = sum(x) / count
    mean_y = sum(y) / count
    sxx = sum((x[i] - mean_x) ** 2 for i in range(count))
    syy = sum((y[i] - mean_y) ** 2 for i in range(count))
    sxy = sum((x[i] - mean_x) * (y[i] - mean_y) for i in range(count))
    if sxx <= 1e-12:
        return math.inf, max(maxima), math.nan
    shape = sxy / sxx
    return shape, math.exp(mean_x - mean_y / shape), sxy**2 / (sxx * syy)


def quantile(delta, shape, scale):
    """The deviation at which F reaches delta."""
    if math.isinf(shape):
        return scale
    return scale * (-math.log(1 - delta)) ** (1 / shape)


def cdf(d, shape, scale):
    """F(d)."""
    if math.isinf(shape):
        return 1.0 if d > scale else 0.0
    try:
        return 1 - math.exp(-((d / scale) ** shape))
    except OverflowError:  # the power is beyond the largest number: nothing is left of exp(-it)
        return 1.0


def work_out(case):
    """The rows of a case: a list of dicts."""
    p = dict(case["parameters"])
    above = first_row(p)
    rows = []
    for i in range(len(case["samples"])):
        time, x = case["samples"][i]
        if i in case["changes"]:
            above = dict(above, N=p["maxima"])
            p.update(case["changes"][i])
            above = after_change(above, p)
        above = next_row(above, p, time, x)
        rows.append(above)
    return rows


def cell(value):
    """A value as JSON has it; what JSON has no number for is a word. None: there is none."""
    if isinstance(value, float) and not math.isfinite(value):
        return json.dumps(str(value))
    return json.dumps(value)


def table(case, rows):
    """The text of a case's file: JSON, one line a row."""
    lines = ["[" + ",".join(cell(row[column]) for column in COLUMNS) + "]" for row in rows]
    changes = [{"before": i, "parameters": case["changes"][i]} for i in sorted(case["changes"])]
    return (
        "{\n"
        + '"shows": %s,\n' % json.dumps(case["shows"], ensure_ascii=False)
        + '"parameters": %s,\n' % json.dumps(case["parameters"])
        + '"changes": %s,\n' % json.dumps(changes)
        + '"columns": %s,\n' % json.dumps(COLUMNS)
        + '"rows": [\n%s\n]\n}\n' % ",\n".join(lines)
    )


def main(directory):
    for name in CASES:
        case = CASES[name]
        rows = work_out(case)
        case["check"](rows)
        with open(os.path.join(directory, name + ".json"), "w", encoding="utf-8") as file:
            file.write(table(case, rows))


if __name__ == "__main__":
    main(sys.argv[1])

"""The detector's rules as a worksheet: one row a sample, one column a quantity, each row worked
out from the row above it and nothing else.

Written from the rules' page alone ("One sample", "A watcher", "Changing parameters",
as src/detector/README.md has them); it shares no line with any implementation and makes no attempt
to be fast. The step numbers are those of that page. The season is in season_sheet.py, the watchers
are in watcher_sheet.py.

    python3 worksheet.py DIRECTORY     writes one table a case into DIRECTORY
"""

import json
import math
import os
import sys

import change_cases  # noqa: F401  (enters its cases)
import judging_cases  # noqa: F401
import season_cases  # noqa: F401
import watcher_cases  # noqa: F401
from cases import CASES
from fit_sheet import cdf, fit, quantile
from season_sheet import first_season, season_of
from watcher_sheet import drift_of, first_drift, first_rhythm, rhythm_of, watcher_after_change

NEAR = 1.2
HORIZON = 8
SPREAD = 2
CLIP = 2
FADE = 32
MOST = 1.5
CALM = 1024

# What a table shows, in this order. The ones after "bar" are there for the reader who checks a row
# by hand: the sample less its season, standard deviation, z, maximum of the running block, step and
# weights of the moments, block and memory in force, the watchers' ratios, run and deadline.
COLUMNS = (
    "time", "x", "verdict", "cause", "d", "limit", "score", "probability", "mean", "variance",
    "location", "shape", "scale", "r2", "q", "quiet", "bar",
    "n", "seasonless", "sigma", "z", "blockMax", "step", "a", "b", "B", "W",
    "ratio", "driftRatio", "rhythmRatio", "calm", "side", "run", "deadline",
)  # fmt: skip

CAUSES = ("level", "drift", "rhythm")


def first_row(p):
    """The row above the first sample."""
    return {
        "time": None, "x": None, "verdict": 0, "cause": 0,
        "d": 0.0, "limit": None, "score": 0.0, "probability": 0.0,
        "n": 0, "mean": 0.0, "variance": 0.0,
        "first_block_over": False, "blockMax": 0.0, "inBlock": 0, "maxima": [],
        "location": None, "shape": None, "scale": None, "r2": None, "q": 0.0,
        "outlier_times": [],
        "quiet": p["block"], "bar": 1.0, "calm": math.inf,
        "B": p["block"], "W": p["memory"], "block_start": 0,
        "seasonless": None, "sigma": None, "z": None, "step": None, "a": None, "b": None,
        "ratio": 0.0, "driftRatio": None, "rhythmRatio": None,
        "season": first_season(), "drift": first_drift(), "rhythm": first_rhythm(),
    }  # fmt: skip


def floored(variance, mean, epsilon):
    """sigma."""
    return max(math.sqrt(variance), 16 * epsilon * abs(mean), 1e-12)


def next_row(above, p, time, x, epsilon):
    """The row of sample `x` at `time`, below the row `above`, with the parameters `p`."""
    row = dict(above)
    row["time"] = time
    row["x"] = x
    row["verdict"] = 0
    row["cause"] = 0
    for column in ("d", "score", "probability", "ratio"):
        row[column] = 0.0
    row["driftRatio"] = None
    row["rhythmRatio"] = None

    gamma = p["gamma"]
    block = above["B"]
    memory = above["W"]
    mean = above["mean"]
    variance = above["variance"]
    q = above["q"]
    fitted = above["shape"] is not None
    limit = max(gamma, q)
    sigma = floored(variance, mean, epsilon)
    row["limit"] = limit
    row["sigma"] = sigma

    # Step 0. Valid?
    largest = 1e150 if epsilon < 1e-10 else 1e18
    if math.isnan(x) or abs(x) >= largest:
        for column in ("seasonless", "z", "step", "a", "b"):
            row[column] = None
        row["season"] = dict(above["season"], i=above["season"]["i"] + 1)
        return row

    # Step 1. Season.
    row["season"], x = season_of(above["season"], p, x, limit * math.sqrt(variance))
    row["seasonless"] = x

    # Step 2. Deviation.
    z = 0.0 if above["n"] == 0 else (x - mean) / sigma
    d = {"both": abs(z), "upper": max(0.0, z), "lower": max(0.0, -z)}[p["tail"]]

    # Step 3. Verdict.
    beyond = fitted and d > limit
    outlier = beyond and abs(x - mean) > p["least"]
    probability = cdf(d, above["location"], above["shape"], above["scale"])
    if not fitted or d <= gamma:
        probability = 0.0

    # Step 4. Collective.
    gap = p["meanGap"] if p["meanGap"] > 0 else 5 * p["period"]
    times = above["outlier_times"]
    if outlier:
        times = (times + [time])[-p["outliers"] :]
    full = len(times) == p["outliers"]
    collective = outlier and full and (times[-1] - times[0]) / (p["outliers"] - 1) <= gap

    # Step 5. Maxima.
    block_max = above["blockMax"]
    in_block = above["inBlock"] + 1
    maxima = above["maxima"]
    block_ends = in_block == block
    refit = False
    if above["first_block_over"]:
        if not fitted or abs(z) <= NEAR * limit:
            block_max = max(block_max, abs(z))
        if block_ends:
            maxima = (maxima + [max(block_max, 1e-6)])[-p["maxima"] :]
            refit = len(maxima) == p["maxima"]

    # Step 6. Moments.
    n = above["n"] + 1
    step = x - mean
    if above["first_block_over"]:
        c = CLIP * limit * sigma
        step = min(max(step, -c), c)
    a = 1 / n if memory == 0 else max(1 / n, 1 / memory)
    b = 1 / n if memory == 0 else max(1 / n, 1 / (SPREAD * memory))
    new_mean = mean + a * step
    new_variance = (1 - b) * (variance + b * step**2)
    if refit:
        row["location"], row["shape"], row["scale"], row["r2"] = fit(maxima, location=True)
        row["q"] = quantile(
            horizon_level(p["delta"]), row["location"], row["shape"], row["scale"]
        )

    # Step 7. Ratio.
    ratio = d / limit if fitted else 0.0
    if beyond and not outlier:
        ratio = 0.0
    cause = 0
    free = above["quiet"] >= block

    drift = above["drift"]
    if p["drift"] > 0 and (n - above["block_start"]) % block == 0:
        drift = drift_of(drift, p, new_mean, 1 - (1 - a) ** block, epsilon)
        row["driftRatio"] = drift["ratio"]
        if drift["ratio"] <= 1:
            drift["told"] = False
        if not drift["told"] and drift["ratio"] > ratio:
            ratio = drift["ratio"]
            cause = 1

    is_calm = above["calm"] >= (min(memory, CALM) if memory > 0 else CALM)
    rhythm = above["rhythm"]
    if p["rhythm"] > 0:
        sets_bounds = (n - 1 - above["block_start"]) % block == 0
        spread = math.sqrt(new_variance)
        rhythm = rhythm_of(rhythm, p, x, new_mean, spread, sets_bounds, n > 2 * block, epsilon)
        row["rhythmRatio"] = rhythm["ratio"]
        if is_calm and rhythm["ratio"] > ratio:
            ratio = rhythm["ratio"]
            cause = 2

    # Step 8. Alarm.
    bar = max(1.0, above["bar"] * (1 - p["fatigue"] / (FADE * block)))
    score = ratio / bar if free else 0.0
    alarm = score > 1
    if alarm:
        bar = min(MOST, bar * (1 + p["fatigue"]))
    if alarm or (ratio > 1 and not free):
        quiet = 0
        held_off = True
    elif not free:
        quiet = above["quiet"] + 1
        held_off = False
    else:
        quiet = above["quiet"]
        held_off = False
    if held_off and row["driftRatio"] is not None and row["driftRatio"] > 1:
        drift = dict(drift, told=True)
    calm = above["calm"] + 1
    if outlier or (alarm and cause != 2):
        calm = 0
        rhythm = dict(rhythm, skip=2, deadline=math.inf)
    if alarm and cause == 2 and rhythm["goes_on"]:
        rhythm = dict(rhythm, told=True, deadline=math.inf)

    row["verdict"] = 1 * outlier + 2 * alarm + 4 * collective
    row["cause"] = cause
    row["n"] = n
    row["z"] = z
    row["d"] = d
    row["probability"] = probability
    row["outlier_times"] = times
    row["blockMax"] = block_max
    row["inBlock"] = in_block
    row["maxima"] = maxima
    row["step"] = step
    row["a"] = a
    row["b"] = b
    row["mean"] = new_mean
    row["variance"] = new_variance
    row["ratio"] = ratio
    row["score"] = score
    row["bar"] = bar
    row["quiet"] = quiet
    row["calm"] = calm
    row["drift"] = drift
    row["rhythm"] = rhythm
    if block_ends:
        row["blockMax"] = 0.0
        row["inBlock"] = 0
        row["first_block_over"] = True
        row["block_start"] = n
        row["B"] = p["block"]
        row["W"] = p["memory"]
        if row["B"] != block:
            row["quiet"] = row["B"] if quiet >= block else min(quiet, row["B"])
    return row


def horizon_level(delta):
    """The probability of one block at which no block of the HORIZON reaches the limit, of `delta`."""
    return math.exp(math.log(delta) / HORIZON)


def after_change(above, p, before):
    """The row `above` as it stands once the parameters have become `p`; `before` were the old ones.
    Block and memory are taken over where a block ends, in `next_row`."""
    row = dict(above)
    row["outlier_times"] = above["outlier_times"][-p["outliers"] :]
    row["maxima"] = above["maxima"][-p["maxima"] :]
    if p["maxima"] != before["maxima"] and len(row["maxima"]) == p["maxima"]:
        row["location"], row["shape"], row["scale"], row["r2"] = fit(row["maxima"], location=True)
    if row["shape"] is not None:
        row["q"] = quantile(
            horizon_level(p["delta"]), row["location"], row["shape"], row["scale"]
        )
    for watcher in ("drift", "rhythm"):
        row[watcher] = watcher_after_change(above[watcher], p, before)
    if any(p[name] != before[name] for name in ("season", "bins", "period")):
        row["season"] = first_season()
    return row


def work_out(case):
    """The rows of a case: a list of dicts."""
    p = dict(case["parameters"])
    above = first_row(p)
    rows = []
    for i in range(len(case["samples"])):
        time, x = case["samples"][i]
        if i in case["restarts"]:
            above = first_row(p)
        if i in case["changes"]:
            before = dict(p)
            p.update(case["changes"][i])
            above = after_change(above, p, before)
        above = next_row(above, p, time, x, case["epsilon"])
        above["side"] = above["rhythm"]["side"]
        above["run"] = above["rhythm"]["run"]
        above["deadline"] = above["rhythm"]["deadline"]
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
        + '"epsilon": %s,\n' % json.dumps(case["epsilon"])
        + '"changes": %s,\n' % json.dumps(changes)
        + '"restarts": %s,\n' % json.dumps(sorted(case["restarts"]))
        + '"columns": %s,\n' % json.dumps(COLUMNS)
        + '"rows": [\n%s\n]\n}\n' % ",\n".join(lines)
    )


def main(directory):
    for name in CASES:
        case = CASES[name]
        rows = work_out(case)
        try:
            case["check"](rows)
        except AssertionError as error:
            raise AssertionError(name) from error
        with open(os.path.join(directory, name + ".json"), "w", encoding="utf-8") as file:
            file.write(table(case, rows))


if __name__ == "__main__":
    main(sys.argv[1])

"""Cases of "One sample" and "The fit"."""

import math

from cases import alarms, case, collectives, fitted_from, outliers, ripple, samples


@case(
    "warm-up",
    "Nothing is judged until one block for the moments and N blocks for the maxima have passed; a "
    "spike during warm-up is not flagged, and teaches the tail in full.",
    samples(24, {9: 14.0, 20: 30.0}),
)
def _(rows):
    assert fitted_from(rows) == 4 + 3 * 4 - 1
    assert rows[9]["d"] > rows[9]["limit"] and rows[9]["verdict"] == 0
    assert rows[9]["d"] in rows[15]["maxima"]
    assert all(row["score"] == 0 and row["q"] == 0 for row in rows[:15])
    assert all(row["blockMax"] == 0 for row in rows[:4]) and rows[3]["maxima"] == []


@case(
    "near-miss",
    "An outlier enters its block's maximum only where it is at most 1.2 limits away: a near miss "
    "teaches, whatever lies further out teaches nothing.",
    samples(36, {21: 15.0, 26: 12.25}),
)
def _(rows):
    assert outliers(rows) == [21, 26]
    assert rows[21]["d"] > 1.2 * rows[21]["limit"]
    assert rows[21]["d"] not in rows[23]["maxima"]
    assert 1 < rows[26]["d"] / rows[26]["limit"] < 1.2
    assert rows[27]["maxima"][-1] == rows[26]["d"]


@case(
    "limit-of-the-weibull",
    "Where q is above gamma the limit is q itself: a deviation between the two is no outlier, "
    "counts in full, and has its probability by the fit with a location.",
    samples(40, {18: 10.9, 26: 20.0, 33: 11.0}),
    gamma=0.5,
)
def _(rows):
    assert 26 in outliers(rows)
    assert rows[26]["limit"] == rows[25]["q"] > 0.5
    between = [r for r in rows[16:] if 0.5 < r["d"] < r["limit"]]
    assert between and all(r["verdict"] & 1 == 0 for r in between)
    assert any(0 < r["probability"] < 0.94 ** (1 / 8) for r in between)
    assert all(r["location"] == 0.8 * min(r["maxima"]) for r in rows[15:])


@case(
    "below-the-location",
    "F is 0 up to the location, however far beyond gamma a deviation lies.",
    samples(40),
    gamma=0.1,
)
def _(rows):
    below = [r for r in rows[16:] if 0.1 < r["d"] <= r["location"]]
    assert below and all(r["probability"] == 0 for r in below)


@case(
    "variance-memory",
    "The variance remembers twice as many samples as the mean.",
    samples(60, signal=lambda i: ripple(i) + (0 if i < 30 else 1)),
    memory=8,
)
def _(rows):
    assert all(row["a"] == max(1 / row["n"], 1 / 8) for row in rows)
    assert all(row["b"] == max(1 / row["n"], 1 / 16) for row in rows)


@case(
    "clipping",
    "A sample beyond twice the limit moves mean and variance no more than one at twice the limit, "
    "either way; in the first block nothing is clipped.",
    samples(24, {2: 12.0, 17: 1000.0, 21: -1000.0}),
    memory=8,
)
def _(rows):
    assert rows[2]["step"] == 12.0 - rows[1]["mean"]
    assert rows[17]["step"] == 2 * rows[17]["limit"] * rows[17]["sigma"]
    assert rows[17]["step"] < 1000.0 - rows[16]["mean"]
    assert rows[21]["step"] == -2 * rows[21]["limit"] * rows[21]["sigma"]
    assert {17, 21} <= set(outliers(rows))


@case(
    "outlier-not-clipped",
    "An outlier between the limit and its double counts in full in mean and variance.",
    samples(24, {18: 12.0}),
)
def _(rows):
    assert outliers(rows) == [18]
    assert 1 < rows[18]["d"] / rows[18]["limit"] < 2
    assert rows[18]["step"] == 12.0 - rows[17]["mean"]


@case(
    "hold-off",
    "One alarm for a run of outliers: an outlier within a block's length of the last one prolongs "
    "the hold-off, and only after a whole quiet block there is another alarm.",
    samples(40, {17: 16.0, 18: 18.0, 22: 24.0, 27: 40.0}),
    meanGap=1,
)
def _(rows):
    assert outliers(rows) == [17, 18, 22, 27]
    assert alarms(rows) == [17, 27]
    assert [rows[i]["quiet"] for i in range(16, 28)] == [4, 0, 0, 1, 2, 3, 0, 1, 2, 3, 4, 0]
    assert rows[22]["score"] == 0


@case(
    "degenerate-fit",
    "A signal that repeats itself each block gives maxima that are all but equal: the fit becomes "
    "a step at the largest, F is 1 beyond it and 0 up to it.",
    samples(390, {389: 12.0}, signal=lambda i: 11.0 if i % 4 == 2 else 10.0),
    gamma=1.25,
    block=32,
    memory=8,
)
def _(rows):
    assert math.isinf(rows[383]["shape"]) and math.isnan(rows[383]["r2"])
    assert rows[383]["q"] == rows[383]["scale"] == max(rows[383]["maxima"]) > 1.25
    up_to = [r for r in rows[384:] if 1.25 < r["d"] <= r["limit"]]
    assert up_to and all(r["probability"] == 0 and r["verdict"] == 0 for r in up_to)
    assert rows[389]["probability"] == 1 and rows[389]["verdict"] == 3


@case(
    "constant-then-jump",
    "A constant signal has maxima of 1e-6 and a sigma of 16 epsilon of its mean; a lasting jump "
    "is flagged at once, is collective with the Mth outlier and becomes the new normal.",
    samples(80, signal=lambda i: 5e6 if i < 20 else 5e6 + 1),
    memory=8,
)
def _(rows):
    assert rows[15]["maxima"] == [1e-6] * 3 and math.isinf(rows[15]["shape"])
    assert rows[20]["sigma"] == 16 * 2.0**-52 * 5e6 and rows[20]["verdict"] == 3
    assert collectives(rows)[0] == 22
    assert outliers(rows)[-1] < 60


@case(
    "constant-zero-then-jump",
    "At a constant 0 sigma is 1e-12, its smallest.",
    samples(24, signal=lambda i: 0.0 if i < 18 else 1.0),
)
def _(rows):
    assert rows[18]["sigma"] == 1e-12 and rows[18]["verdict"] == 3
    assert rows[18]["step"] == 2 * 3 * 1e-12


TAIL_SAMPLES = samples(60, {35: 6.0, 44: 18.0, 55: -4.0})


@case("tail-both", "Both tails: high and low outliers.", TAIL_SAMPLES, block=8)
def _(rows):
    assert outliers(rows) == [35, 44, 55]


@case(
    "tail-upper",
    "Upper tail: a low sample has a deviation of 0, whatever it is, yet moves the mean.",
    TAIL_SAMPLES,
    block=8,
    tail="upper",
)
def _(rows):
    assert outliers(rows) == [44]
    assert rows[35]["d"] == 0 and rows[35]["z"] < -3 and rows[35]["step"] < 0


@case(
    "tail-lower",
    "Lower tail: the same samples, the other way round.",
    TAIL_SAMPLES,
    block=8,
    tail="lower",
)
def _(rows):
    assert outliers(rows) == [35, 55]
    assert rows[44]["d"] == 0 and rows[44]["z"] > 3 and rows[44]["step"] > 0


@case(
    "memory-zero",
    "With W = 0 every sample weighs the same: mean and variance are those of the whole stream.",
    samples(40),
    memory=0,
)
def _(rows):
    xs = [row["x"] for row in rows]
    mean = sum(xs) / len(xs)
    assert math.isclose(rows[-1]["mean"], mean, rel_tol=1e-12)
    assert math.isclose(rows[-1]["variance"], sum((x - mean) ** 2 for x in xs) / len(xs))
    assert rows[-1]["a"] == 1 / 40 and outliers(rows) == []


@case(
    "not-a-number",
    "What is not finite, or too large to be squared, changes nothing but the verdict.",
    samples(
        36,
        {
            2: math.nan,
            10: math.inf,
            19: math.nan,
            20: -math.inf,
            21: 1e200,
            22: -1e200,
            25: 16.0,
            26: math.nan,
        },
    ),
)
def _(rows):
    for i in (2, 10, 19, 20, 21, 22, 26):
        kept = ("n", "mean", "variance", "blockMax", "inBlock", "maxima", "q", "quiet", "bar", "calm")
        assert all(rows[i][column] == rows[i - 1][column] for column in kept)
        assert rows[i]["verdict"] == 0 and rows[i]["d"] == 0
    assert fitted_from(rows) == 17 and outliers(rows) == [25]


@case(
    "huge-value",
    "A huge value that can be squared is judged like any other, and does not blind the detector.",
    samples(40, {18: 1e140, 25: -1e140, 36: 30.0}),
)
def _(rows):
    assert {18, 25, 36} <= set(outliers(rows)) and {18, 36} <= set(alarms(rows))
    assert rows[18]["probability"] == 1 and 5 < rows[35]["mean"] < 15


@case(
    "time-gap",
    "M outliers are collective when they are T apart on average, exactly T included, whatever "
    "lies between; a gap in time keeps old outliers from counting.",
    samples(
        40,
        {17: 16.0, 18: -6.0, 19: 40.0, 20: -60.0, 21: 150.0, 22: -300.0, 23: 900.0},
        times=lambda i: 100 * i + (50_000 if i >= 20 else 0) + (300 if i >= 22 else 0),
    ),
    memory=32,
)
def _(rows):
    assert outliers(rows) == [17, 18, 19, 20, 21, 22, 23]
    assert collectives(rows) == [19, 22, 23]
    assert rows[22]["time"] - rows[20]["time"] == 2 * 250


BAR_SAMPLES = samples(
    120,
    {17: 17.0, 22: -3.0, 27: 31.0, 33: -40.0, 39: 80.0, 46: -160.0, 52: 400.0, 60: -500.0},
)


@case("bar-off", "With a fatigue of 0 the bar stays at 1.", BAR_SAMPLES, memory=64)
def _(rows):
    assert all(row["bar"] == 1 for row in rows)
    assert len(alarms(rows)) >= 5


@case(
    "bar-up-down-capped",
    "Each alarm raises the bar by its share, never above 1.5; between alarms it sinks to 1.",
    BAR_SAMPLES,
    memory=64,
    fatigue=0.3,
)
def _(rows):
    bars = [row["bar"] for row in rows]
    assert max(bars) == 1.5 and bars.count(1.5) >= 2
    assert bars[17] == 1.3
    assert rows[18]["bar"] == 1.3 * (1 - 0.3 / 128)
    assert bars[-1] < bars[60]


@case(
    "bar-back-at-one",
    "The bar sinks to 1 and no further.",
    samples(80, {17: 17.0}),
    fatigue=1,
)
def _(rows):
    assert rows[17]["bar"] == 1.5 and rows[79]["bar"] == 1.0


@case(
    "bar-keeps-an-outlier-from-alarming",
    "An outlier below the bar is an outlier, but no alarm, and begins no hold-off.",
    samples(48, {17: 17.0, 26: 16.0, 36: 13.3}),
    fatigue=1,
    memory=64,
)
def _(rows):
    below = [i for i in outliers(rows) if i not in alarms(rows) and rows[i]["score"] > 0]
    assert below
    for i in below:
        assert rows[i]["ratio"] > 1 >= rows[i]["score"]
        assert rows[i]["quiet"] == rows[i - 1]["quiet"] == 4


@case(
    "bar-in-hold-off",
    "Within a hold-off the bar does not matter: an outlier below it prolongs the hold-off.",
    samples(24, {17: 16.0, 20: 13.0}),
    fatigue=1,
)
def _(rows):
    assert outliers(rows) == [17, 20] and alarms(rows) == [17]
    assert 1 < rows[20]["ratio"] < rows[20]["bar"] and rows[20]["quiet"] == 0


@case(
    "least",
    "A deviation of at most `least` is no outlier, no alarm, and has no ratio, however rare.",
    samples(40, {18: 13.0, 26: 16.0, 33: 4.5}),
    least=5.0,
)
def _(rows):
    assert outliers(rows) == alarms(rows) == [26, 33]
    assert rows[18]["d"] > rows[18]["limit"] and rows[18]["ratio"] == rows[18]["score"] == 0
    assert rows[18]["probability"] > 0


@case(
    "mean-gap-zero",
    "T = 0 is five periods: exactly five apart is collective, more is not.",
    samples(60, {17: 16.0, 22: -6.0, 27: 40.0, 33: -60.0, 38: 150.0}),
    meanGap=0,
    memory=32,
)
def _(rows):
    assert outliers(rows) == [17, 22, 27, 33, 38]
    assert collectives(rows) == [27]


@case(
    "one-sided-maxima",
    "Maxima are of both tails whichever is watched.",
    samples(40, {9: 4.0, 26: 16.0}),
    tail="upper",
)
def _(rows):
    assert abs(rows[9]["z"]) in rows[15]["maxima"] and rows[9]["d"] == 0
    assert outliers(rows) == [26]


@case(
    "single-precision-epsilon",
    "Beside a board that computes in single precision sigma has that board's floor, and values "
    "from 1e18 on are invalid.",
    samples(60, {30: 1e18, 40: 1000030.0}, signal=lambda i: 1e6 + (i % 5) / 64),
    epsilon=2.0**-23,
)
def _(rows):
    assert rows[20]["sigma"] == 16 * 2.0**-23 * rows[19]["mean"]
    assert rows[30]["verdict"] == 0 and rows[30]["n"] == rows[29]["n"]
    assert outliers(rows) == [40]


@case(
    "large-offset",
    "At an offset of 1e9 a variation of 1e-3 is seen, and a spike of a thousand sigma found.",
    samples(60, {40: 1e9 + 1}, signal=lambda i: 1e9 + ((i * i + 3 * i) % 23 - 11) / 8192),
)
def _(rows):
    assert outliers(rows) == [40]


@case(
    "restart",
    "Restart forgets everything, and the first sample after it is a first sample.",
    samples(60, {26: 16.0, 38: 16.0, 56: 16.0}),
    restarts=[30],
    fatigue=0.5,
)
def _(rows):
    assert rows[30]["n"] == 1 and rows[30]["bar"] == 1 and rows[30]["shape"] is None
    assert outliers(rows) == [26, 56]

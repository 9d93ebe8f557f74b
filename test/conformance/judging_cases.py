"""Cases of "One sample" and "The fit"."""

import math

from cases import alarms, case, collectives, fitted_from, outliers, samples


@case(
    "warm-up",
    "Nothing is judged until one block for the moments and N blocks for the maxima have passed; a "
    "spike during warm-up is not flagged, and teaches the tail in full.",
    samples(24, {9: 14.0, 20: 30.0}),
)
def _(rows):
    assert fitted_from(rows) == 4 + 3 * 4 - 1
    assert rows[9]["d"] > rows[9]["limit"] and rows[9]["verdict"] == 0
    assert rows[9]["e"] == rows[9]["d"] and rows[9]["d"] in rows[15]["maxima"]
    assert all(row["score"] == 0 and row["q"] == 0 for row in rows[:15])
    assert all(row["e"] is None for row in rows[:4]) and rows[3]["maxima"] == []


@case(
    "winsorising",
    "An outlier enters its block as the quantile q, not as itself.",
    samples(32, {21: 16.0}),
)
def _(rows):
    assert outliers(rows) == [21]
    assert rows[21]["e"] == rows[20]["q"] < rows[21]["limit"] < rows[21]["d"]
    assert rows[23]["maxima"][-1] == rows[20]["q"]


@case(
    "winsorising-above-gamma",
    "The same where q is above gamma, so that the limit is q itself; a deviation between the two "
    "is no outlier and counts in full.",
    samples(32, {18: 12.0, 25: 20.0}),
    gamma=0.5,
)
def _(rows):
    assert 25 in outliers(rows)
    assert rows[25]["e"] == rows[25]["limit"] == rows[24]["q"] > 0.5
    between = [r for r in rows[16:] if 0.5 < r["d"] < r["limit"]]
    assert between and all(r["e"] == r["d"] and r["verdict"] == 0 for r in between)
    assert all(0 < r["probability"] < 0.94 for r in between)


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


FATIGUE_SAMPLES = samples(48, {17: 16.0, 22: 19.0, 27: 19.5, 33: 18.5, 40: 90.0})


@case(
    "fatigue-off",
    "With a fatigue of 0 every outlier after a quiet block is an alarm.",
    FATIGUE_SAMPLES,
)
def _(rows):
    assert outliers(rows) == alarms(rows) == [17, 22, 27, 33, 40]
    assert all(row["bar"] == row["limit"] for row in rows)
    assert 0 < rows[47]["recent"] < 5


@case(
    "fatigue-on",
    "The same samples with fatigue: alarms in memory raise the bar, so an outlier below it is "
    "still an outlier, but neither an alarm nor the start of a hold-off.",
    FATIGUE_SAMPLES,
    fatigue=0.75,
)
def _(rows):
    assert outliers(rows) == [17, 22, 27, 33, 40]
    assert 17 in alarms(rows) and 40 in alarms(rows) and len(alarms(rows)) < 5
    below = [i for i in outliers(rows) if i not in alarms(rows)]
    assert below and all(rows[i]["quiet"] == rows[i - 1]["quiet"] == 4 for i in below)
    assert all(0 < rows[i]["score"] <= 1 and rows[i]["bar"] > rows[i]["limit"] for i in below)


@case(
    "fatigue-in-hold-off",
    "Within a hold-off the bar does not matter: an outlier far below it prolongs the hold-off.",
    samples(24, {17: 16.0, 20: 13.0}),
    fatigue=2,
)
def _(rows):
    assert outliers(rows) == [17, 20] and alarms(rows) == [17]
    assert rows[20]["d"] < rows[20]["bar"] and rows[20]["quiet"] == 0


@case(
    "degenerate-fit",
    "A signal that repeats itself each block gives maxima that are all but equal: the fit becomes "
    "a step at the largest, F is 1 beyond it and 0 up to it.",
    samples(198, {197: 12.0}, signal=lambda i: 11.0 if i % 4 == 2 else 10.0),
    gamma=1.25,
    block=32,
    memory=8,
)
def _(rows):
    assert math.isinf(rows[191]["shape"]) and math.isnan(rows[191]["r2"])
    assert rows[191]["q"] == rows[191]["scale"] == max(rows[191]["maxima"]) > 1.25
    up_to = [r for r in rows[192:] if 1.25 < r["d"] <= r["limit"]]
    assert up_to and all(r["probability"] == 0 and r["verdict"] == 0 for r in up_to)
    assert rows[197]["probability"] == 1 and rows[197]["verdict"] == 3


@case(
    "constant-then-jump",
    "A constant signal has maxima of 1e-6 and a sigma of a millionth of its mean; a lasting jump "
    "is flagged at once, is collective with the Mth outlier and becomes the new normal.",
    samples(80, signal=lambda i: 5.0 if i < 20 else 5.0001),
    memory=8,
)
def _(rows):
    assert rows[15]["maxima"] == [1e-6] * 3 and math.isinf(rows[15]["shape"])
    assert rows[20]["sigma"] == 1e-6 * 5 and rows[20]["verdict"] == 3
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
        kept = ("n", "mean", "variance", "blockMax", "inBlock", "maxima", "q", "quiet", "recent")
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
        {17: 16.0, 18: 4.0, 19: 18.0, 20: 3.0, 21: 24.0, 22: -4.0, 23: 30.0},
        times=lambda i: 100 * i + (50_000 if i >= 20 else 0) + (300 if i >= 22 else 0),
    ),
    memory=32,
)
def _(rows):
    assert outliers(rows) == [17, 18, 19, 20, 21, 22, 23]
    assert collectives(rows) == [19, 22, 23]
    assert rows[22]["time"] - rows[20]["time"] == 2 * 250

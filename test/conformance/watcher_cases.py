"""Cases of the watchers: drift at block ends, rhythm of runs, causes that compete."""

import math

from cases import alarms, case, outliers, ripple, samples

LEVEL, DRIFT, RHYTHM = 0, 1, 2


def caused(rows, cause):
    """Indexes of the alarms of this cause."""
    return [i for i in alarms(rows) if rows[i]["cause"] == cause]


def noise(i):
    """Between -1 and 1 in 64ths, by a formula that looks random."""
    return ((i * 7919 + (i * i * 104729) % 1013 + (i // 7) * 3571) % 129 - 64) / 64


def stepped(at, by):
    return lambda i: 10 + noise(i) + (by if i >= at else 0)


def ramp(at, each):
    return lambda i: 10 + noise(i) + max(0, i - at) * each


def wave(half, stuck=None, jitter=0):
    """A square wave of about `half` samples a side with noise; `stuck` = (from, to): it stays."""

    def value(i):
        if stuck and stuck[0] <= i < stuck[1]:
            i = stuck[0]
        shift = jitter * ((i // (2 * half)) * 5 % 7 - 3) if jitter else 0
        side = ((i + shift) // half) % 2
        return 10 + (2 if side else -2) + noise(i) / 8

    return value


@case(
    "drift-at-block-ends",
    "A step too small for a sample is found by the level of whole blocks, where a block ends.",
    samples(320, signal=stepped(220, 2.0)),
    drift=3,
    block=8,
    memory=64,
    gamma=8,
)
def _(rows):
    found = caused(rows, DRIFT)
    assert found and all((i + 1) % 8 == 0 and i >= 220 for i in found)
    assert not rows[found[0]]["verdict"] & 1
    judged = [i for i in range(len(rows)) if rows[i]["driftRatio"] is not None]
    assert judged == list(range(7, 320, 8))


@case(
    "drift-told-once",
    "A drift that goes on is told once, and again only after its ratio was at most 1.",
    samples(480, signal=lambda i: 10 + noise(i) + (4.0 if 220 <= i < 300 or i >= 400 else 0)),
    drift=2,
    block=8,
    memory=64,
    gamma=8,
)
def _(rows):
    assert 2 <= len(caused(rows, DRIFT))
    beyond = [i for i in range(480) if rows[i]["driftRatio"] and rows[i]["driftRatio"] > 1]
    assert len(beyond) > len(caused(rows, DRIFT))


@case(
    "drift-held-off",
    "A drift beyond its limit within the hold-off of an alarm of a sample prolongs the hold-off "
    "once, and is not told later.",
    samples(400, {221: 40.0}, signal=stepped(222, 3.0)),
    drift=2,
    block=8,
    memory=64,
    gamma=6,
)
def _(rows):
    assert 221 in outliers(rows) and rows[221]["cause"] == LEVEL
    beyond = [i for i in range(222, 240) if rows[i]["driftRatio"] and rows[i]["driftRatio"] > 1]
    assert beyond and rows[beyond[0]]["quiet"] == 0 and beyond[0] not in alarms(rows)


for name, tail, by in (
    ("drift-upper", "upper", 2.5),
    ("drift-upper-sinks", "upper", -2.5),
    ("drift-lower", "lower", -2.5),
    ("drift-lower-rises", "lower", 2.5),
):

    def _(rows, tail=tail, by=by):
        told = [i for i in caused(rows, DRIFT) if i < 260]
        assert bool(told) == ((by > 0) == (tail == "upper"))

    case(
        name,
        "The drift is watched on the tail that is set (%s), and not on the other (step of %s)."
        % (tail, by),
        samples(300, signal=stepped(220, by)),
        drift=3,
        block=8,
        memory=64,
        gamma=8,
        tail=tail,
    )(_)


@case(
    "drift-ramp",
    "A slow ramp is found while it goes on.",
    samples(480, signal=ramp(300, 0.06)),
    drift=3,
    block=8,
    memory=64,
    gamma=8,
)
def _(rows):
    assert caused(rows, DRIFT) and caused(rows, DRIFT)[0] >= 300


@case(
    "drift-memory-zero",
    "With W = 0 the mean's weight at the block's end is 1/n, also where the level is unfolded.",
    samples(260, signal=stepped(200, 3.0)),
    drift=3,
    block=8,
    memory=0,
    gamma=8,
)
def _(rows):
    assert caused(rows, DRIFT)
    assert rows[207]["a"] == 1 / 208


@case(
    "drift-block-change",
    "A block length changed in mid-run: from the next block on levels are of the new length, "
    "counted from that block's start.",
    samples(300, signal=stepped(240, 3.0)),
    changes={85: {"block": 6}, 150: {"block": 10}},
    drift=3,
    block=8,
    memory=64,
    gamma=8,
)
def _(rows):
    ends = [i + 1 for i in range(300) if rows[i]["driftRatio"] is not None]
    assert ends == [*range(8, 89, 8), *range(94, 155, 6), *range(164, 301, 10)]


@case(
    "drift-switched-on",
    "A drift watcher that is switched on in mid-run begins there; another bound holds at once.",
    samples(400, signal=stepped(330, 2.5)),
    changes={100: {"drift": 3}, 320: {"drift": 20}, 345: {"drift": 2}},
    drift=0,
    block=8,
    memory=64,
    gamma=8,
)
def _(rows):
    assert all(row["driftRatio"] is None for row in rows[:103])
    assert rows[103]["driftRatio"] == 0
    assert all(i >= 345 for i in caused(rows, DRIFT))


@case(
    "drift-maxima-fewer-while-learning",
    "Fewer maxima while the levels are learned: those already there are fitted at once.",
    samples(90, signal=stepped(72, 2.0)),
    changes={64: {"maxima": 3}},
    drift=3,
    block=8,
    memory=64,
    gamma=8,
)
def _(rows):
    assert rows[63]["driftRatio"] == 0 and caused(rows, DRIFT)[0] == 79


@case(
    "drift-delta-and-maxima",
    "The watchers' quantiles and rings follow delta and N like the detector's own.",
    samples(420, signal=stepped(360, 2.0)),
    changes={200: {"delta": 0.3}, 260: {"maxima": 3}, 330: {"maxima": 5, "delta": 0.999}},
    drift=0.5,
    rhythm=1,
    block=8,
    memory=64,
    gamma=8,
    maxima=4,
)
def _(rows):
    watchers = [row["drift"]["watcher"] for row in rows]
    assert watchers[200]["q"] < watchers[199]["q"] and watchers[200]["shape"] == watchers[199]["shape"]
    assert len(watchers[262]["maxima"]) == 3


@case(
    "rhythm-first-runs",
    "The first run is passed over, a side's first run after it only sets what is usual there.",
    samples(120, signal=wave(5)),
    rhythm=5,
    block=4,
    memory=64,
    gamma=8,
)
def _(rows):
    runs = [row["rhythm"] for row in rows]
    first = [i for i in range(1, 120) if runs[i]["count"] != runs[i - 1]["count"]][0]
    assert runs[first]["watcher"]["n"] == 0
    assert [r for r in runs if r["skip"] == 0] and runs[0]["skip"] == 1
    assert all(r["side"] == 0 for r in runs[:8])


@case(
    "rhythm-stuck-run",
    "A run that lasts beyond its deadline is told while it goes on, and once.",
    samples(480, signal=wave(6, stuck=(401, 460))),
    rhythm=3,
    block=4,
    memory=512,
    gamma=8,
)
def _(rows):
    told = caused(rows, RHYTHM)
    assert len(told) == 1 and 401 < told[0] < 460
    assert rows[told[0]]["rhythm"]["told"] and math.isinf(rows[told[0]]["deadline"])
    assert rows[told[0] - 1]["run"] <= rows[told[0] - 1]["deadline"]
    assert any(row["side"] == 0 for row in rows) and not outliers(rows)


@case(
    "rhythm-short-run",
    "A run that is far too short is told when it ends.",
    samples(480, {399: 12.0, 400: 12.0}, signal=wave(9, jitter=0)),
    rhythm=3,
    block=4,
    memory=64,
    gamma=8,
)
def _(rows):
    told = caused(rows, RHYTHM)
    assert told and not rows[told[0]]["rhythm"]["told"]


@case(
    "rhythm-unsteady",
    "Runs of all lengths are not steady: no deadline is set, nothing is told.",
    samples(400, signal=lambda i: 10 + (2 if (i * i // 37) % 2 else -2) + noise(i) / 8),
    rhythm=1,
    block=4,
    memory=64,
    gamma=8,
)
def _(rows):
    from watcher_sheet import STEADY, floored_sigma

    runs = [row["rhythm"]["watcher"] for row in rows]
    assert any(w["shape"] is not None and floored_sigma(w, 0) > STEADY for w in runs)


@case(
    "rhythm-rests-after-an-outlier",
    "After an outlier the rhythm rests: two runs are passed over, and until the mean has learned "
    "anew no ratio counts, not even of a run that is stuck.",
    samples(600, {452: 60.0}, signal=wave(6, stuck=(461, 520))),
    rhythm=3,
    block=4,
    memory=64,
    gamma=8,
)
def _(rows):
    assert 452 in outliers(rows)
    assert rows[452]["rhythm"]["skip"] == 2 and rows[452]["calm"] == 0
    counted = [i for i in caused(rows, RHYTHM) if i > 452]
    assert all(rows[i - 1]["calm"] >= 64 for i in counted)


@case(
    "rhythm-calm-after-drift",
    "An alarm of drift makes the rhythm rest, an alarm of rhythm does not.",
    samples(640, signal=lambda i: wave(6)(i) + (6 if i >= 420 else 0)),
    rhythm=20,
    drift=3,
    block=12,
    memory=64,
    gamma=8,
)
def _(rows):
    told = caused(rows, DRIFT)
    assert told and rows[told[0]]["calm"] == 0 and rows[told[0]]["rhythm"]["skip"] == 2


@case(
    "rhythm-memory-zero",
    "With W = 0 the calm that a rhythm needs is 1024 samples.",
    samples(500, {300: 60.0}, signal=wave(6, stuck=(401, 460))),
    rhythm=3,
    block=4,
    memory=0,
    gamma=8,
)
def _(rows):
    assert 300 in outliers(rows)
    assert any(row["rhythmRatio"] > 1 for row in rows[401:470] if row["rhythmRatio"] is not None)
    assert not [i for i in caused(rows, RHYTHM) if i > 300]


@case(
    "rhythm-block-change",
    "After a change of the block the band of the rhythm is set at each block's first sample.",
    samples(300, signal=wave(6)),
    changes={81: {"block": 6}},
    rhythm=3,
    block=4,
    memory=64,
    gamma=8,
)
def _(rows):
    bands = [row["rhythm"]["upper"] for row in rows]
    anew = [i for i in range(1, 300) if bands[i] != bands[i - 1]]
    assert set(anew) <= {*range(4, 84, 4), *range(84, 300, 6)}


for name, x, cause in (("causes-compete-drift", 18.0, DRIFT), ("causes-compete-level", 300.0, LEVEL)):

    def _(rows, cause=cause):
        assert 319 in outliers(rows) and 319 in alarms(rows)
        assert rows[319]["driftRatio"] > 1 and rows[319]["cause"] == cause

    case(
        name,
        "In one sample the largest ratio gives the cause: %s." % ("level", "drift")[cause],
        samples(400, {319: x}, signal=stepped(312, 2.0)),
        drift=2,
        rhythm=3,
        block=8,
        memory=64,
        gamma=6.5,
    )(_)


@case(
    "nan-inside",
    "Invalid samples count for no block, run or level.",
    samples(
        480,
        {i: math.nan for i in (3, 40, 41, 200, 203, 404, 405, 406, 407)},
        signal=wave(6, stuck=(401, 470)),
    ),
    rhythm=3,
    drift=3,
    block=4,
    memory=64,
    gamma=8,
)
def _(rows):
    assert rows[404]["run"] == rows[403]["run"]
    assert caused(rows, RHYTHM)


@case(
    "watchers-restart",
    "Restart forgets levels, runs and what was told.",
    samples(800, signal=wave(6, stuck=(401, 460))),
    restarts=[430],
    rhythm=3,
    drift=3,
    block=12,
    memory=64,
    gamma=8,
)
def _(rows):
    assert rows[430]["rhythm"]["count"] == {1: 0, 2: 0}
    assert rows[430]["drift"]["last"] is None and rows[430]["calm"] == math.inf


@case(
    "watchers-single-precision",
    "The watchers' floors are of the numbers judged with.",
    samples(400, signal=lambda i: 1e6 + (i % 8) / 64 + (4 if i >= 320 else 0)),
    rhythm=3,
    drift=3,
    block=8,
    memory=64,
    epsilon=2.0**-23,
)
def _(rows):
    assert rows[300]["drift"]["watcher"]["variance"] < (16 * 2.0**-23 * 1e6) ** 2
    assert caused(rows, RHYTHM) == [320]


@case(
    "everything-at-defaults",
    "The defaults, on a signal with a spike, a step, a stuck stretch and a ramp.",
    samples(
        3000,
        {900: 30.0, 905: 31.0, 1700: -20.0},
        signal=lambda i: wave(20, stuck=(2203, 2390), jitter=0)(i)
        + noise(i)
        + (3 if 1200 <= i < 1600 else 0)
        + max(0, i - 2600) * 0.02,
    ),
    gamma=4,
    maxima=5,
    outliers=5,
    meanGap=0,
    block=32,
    memory=256,
    fatigue=0.05,
    drift=3,
    rhythm=5,
)
def _(rows):
    assert outliers(rows) and ripple(0) is not None
    assert {rows[i]["cause"] for i in alarms(rows)} >= {LEVEL, RHYTHM}


@case(
    "rhythm-block-longer",
    "While a block has become longer than half of what there was, no side changes.",
    samples(150, signal=wave(5, stuck=(120, 150))),
    changes={60: {"block": 64}},
    rhythm=2,
    memory=64,
    gamma=8,
)
def _(rows):
    assert [rows[i]["B"] for i in (62, 63)] == [4, 64]
    assert rows[63]["side"] != 0 and {rows[i]["side"] for i in range(63, 128)} == {rows[63]["side"]}
    assert len({rows[i]["side"] for i in range(40, 63)}) == 2
    assert rows[63 + 2]["run"] == rows[63]["run"] + 2


@case(
    "rhythm-switched-on-after-an-outlier",
    "Calm counts from an event on while no rhythm is watched, too: what is odd then waits for it.",
    samples(330, {100: 19.0}, signal=wave(3, stuck=(190, 202))),
    changes={101: {"rhythm": 2}},
    memory=256,
    gamma=3,
)
def _(rows):
    assert outliers(rows) == [100]
    assert rows[201]["run"] > rows[201]["deadline"] and rows[201]["cause"] == 0
    assert not caused(rows, RHYTHM)

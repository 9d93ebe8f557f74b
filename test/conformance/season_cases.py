"""Cases of the season."""

import math

from cases import alarms, case, outliers, samples
from watcher_cases import noise


def cycle(samples_a_cycle, phase=0):
    """A cycle of this length in samples, not a whole number of them if it likes, with noise."""

    def value(i):
        at = ((i + phase) / samples_a_cycle) % 1
        return round(64 * (20 + 6 * math.sin(2 * math.pi * at))) / 64 + noise(i) / 4

    return value


@case(
    "season",
    "What is usual at this phase is taken off: a value that is ordinary at another phase is odd at "
    "this one.",
    samples(400, {353: 20.0}, signal=cycle(20)),
    season=2000,
    block=8,
    memory=64,
)
def _(rows):
    assert rows[19]["seasonless"] == rows[19]["x"]
    assert rows[20]["season"]["usual"] is not None and rows[19]["season"]["usual"] is None
    assert 353 in outliers(rows) and abs(rows[353]["x"] - 20) < 1
    assert len(outliers(rows)) < 5


@case(
    "season-bins-fewer-than-samples",
    "With fewer bins than samples in a cycle a bin is the phase of several samples.",
    samples(600, {553: 34.0}, signal=cycle(40)),
    season=4000,
    bins=7,
    block=8,
    memory=64,
)
def _(rows):
    assert len(rows[-1]["season"]["profile"]) == 7
    assert rows[5]["season"]["visits"] == {0: 6} and rows[6]["season"]["visits"] == {0: 6, 1: 1}


@case(
    "season-does-not-divide",
    "A cycle that is no whole number of periods is rounded, half a period up.",
    samples(300, signal=cycle(12.5)),
    season=1250,
    block=8,
    memory=64,
)
def _(rows):
    assert len(rows[-1]["season"]["profile"]) == 13
    assert rows[12]["season"]["usual"] is None and rows[13]["season"]["usual"] is not None


@case(
    "season-of-one-sample",
    "A cycle of fewer than two samples is none.",
    samples(60, {50: 40.0}, signal=cycle(20)),
    season=140,
)
def _(rows):
    assert all(row["seasonless"] == row["x"] for row in rows)


@case(
    "season-clamps-from-the-third-cycle",
    "After two cycles a wild sample teaches the profile no more than two limits.",
    samples(300, {25: 80.0, 205: 900.0}, signal=cycle(20)),
    season=2000,
    block=8,
    memory=64,
)
def _(rows):
    assert 205 in outliers(rows)
    profile = [row["season"]["profile"] for row in rows]
    assert profile[25][5] - profile[24][5] == (80.0 - profile[24][5]) / 2
    assert profile[205][5] - profile[204][5] < 10


@case(
    "season-invalid-samples-keep-the-phase",
    "Invalid samples count for the phase; a bin that was not visited in the first cycle is filled "
    "at its first visit, and takes nothing off there.",
    samples(400, {3: math.nan, 4: math.inf, 85: math.nan, 353: 20.0}, signal=cycle(20)),
    season=2000,
    block=8,
    memory=64,
)
def _(rows):
    assert 3 not in rows[19]["season"]["profile"]
    assert rows[23]["seasonless"] == rows[23]["x"] and rows[23]["season"]["profile"][3] == rows[23]["x"]
    assert rows[25]["season"]["i"] == 26
    assert 353 in outliers(rows)


@case(
    "season-change",
    "Another season, other bins or another period begin the profile anew; other parameters do not.",
    samples(700, signal=cycle(20)),
    changes={
        150: {"season": 4000},
        300: {"bins": 10},
        450: {"period": 200, "season": 4000},
        520: {"gamma": 4},
        600: {"season": 0},
        650: {"season": 2000},
    },
    season=2000,
    block=8,
    memory=64,
)
def _(rows):
    for i in (150, 300, 450, 650):
        assert rows[i]["season"]["i"] == 1
    assert rows[520]["season"]["i"] == 71
    assert all(row["seasonless"] == row["x"] for row in rows[600:650])


@case(
    "season-with-watchers",
    "Drift and rhythm watch what is left when the season is off.",
    samples(900, signal=lambda i: cycle(20)(i) + (3.0 if i >= 640 else 0)),
    season=2000,
    drift=3,
    rhythm=5,
    gamma=20,
    block=8,
    memory=64,
)
def _(rows):
    assert [i for i in alarms(rows) if rows[i]["cause"] == 1 and i >= 640]


@case(
    "season-restart",
    "Restart forgets the profile and begins a cycle there.",
    samples(300, signal=cycle(20)),
    restarts=[131],
    season=2000,
    block=8,
    memory=64,
)
def _(rows):
    assert rows[131]["season"]["i"] == 1 and len(rows[131]["season"]["profile"]) == 1

"""Cases of "Changing parameters"."""

from cases import alarms, case, collectives, fitted_from, outliers, refits, samples


@case(
    "tail-change",
    "A change of the tail holds from the next sample on.",
    samples(32, {18: 16.0, 24: 16.0, 30: 4.0}),
    changes={20: {"tail": "lower"}},
)
def _(rows):
    assert outliers(rows) == [18, 30] and rows[24]["d"] == 0


@case(
    "maxima-fewer",
    "Fewer maxima: the newest that fit are kept and fitted at once.",
    samples(36),
    changes={30: {"maxima": 3}},
    maxima=5,
)
def _(rows):
    assert refits(rows) == [23, 27, 30, 31, 35]
    assert rows[30]["maxima"] == rows[29]["maxima"][-3:]


@case(
    "maxima-fewer-while-learning",
    "Fewer maxima during warm-up: those already there fill the ring, and the fit comes at once.",
    samples(26, {19: 16.0}),
    changes={18: {"maxima": 3}},
    maxima=6,
)
def _(rows):
    assert fitted_from(rows) == 18 and len(rows[17]["maxima"]) == 3
    assert outliers(rows) == [19]


@case(
    "maxima-more",
    "More maxima: the old fit serves until the longer ring is full.",
    samples(36, {22: 16.0}),
    changes={18: {"maxima": 5}},
)
def _(rows):
    assert refits(rows) == [15, 23, 27, 31, 35]
    assert outliers(rows) == [22] and len(rows[22]["maxima"]) == 4


@case(
    "maxima-fewer-then-more",
    "What was dropped does not come back.",
    samples(40),
    changes={26: {"maxima": 3}, 29: {"maxima": 5}},
    maxima=5,
)
def _(rows):
    assert refits(rows) == [23, 26, 27, 35, 39]


@case(
    "block-longer",
    "A longer block in mid-block: it holds from the next block on, and a quiet that had reached "
    "the old length has reached the new one.",
    samples(48, {25: 16.0, 26: 18.0, 33: 30.0}),
    changes={21: {"block": 8}},
)
def _(rows):
    assert [rows[i]["B"] for i in (20, 21, 22, 23)] == [4, 4, 4, 8]
    assert [rows[i]["quiet"] for i in (22, 23, 24, 25)] == [4, 8, 8, 0]
    assert refits(rows) == [15, 19, 23, 31, 39, 47]
    assert alarms(rows) == [25] and outliers(rows) == [25, 26, 33]


@case(
    "block-shorter",
    "A shorter block in mid-block: after it a hold-off that has lasted the new length is over.",
    samples(52, {34: 16.0, 40: 30.0}),
    changes={36: {"block": 4}},
    block=8,
)
def _(rows):
    assert [rows[i]["B"] for i in (36, 38, 39)] == [8, 8, 4]
    assert [rows[i]["quiet"] for i in (33, 34, 39, 40)] == [8, 0, 4, 0]
    assert alarms(rows) == [34, 40]


@case(
    "block-shorter-quiet-enough",
    "A quiet longer than the new block, but short of the old one, is long enough.",
    samples(48, {33: 16.0}),
    changes={35: {"block": 4}},
    block=8,
)
def _(rows):
    assert [rows[i]["quiet"] for i in (32, 33, 39, 43, 47)] == [8, 0, 4, 4, 4]


@case(
    "block-longer-after-shorter",
    "A first block that is over stays over when a longer one follows.",
    samples(28),
    changes={5: {"block": 16}},
)
def _(rows):
    assert rows[7]["B"] == 16 and rows[8]["blockMax"] > 0
    assert len(rows[23]["maxima"]) == 2


@case(
    "memory-change",
    "Another memory in mid-block: it holds from the next block on.",
    samples(40),
    changes={22: {"memory": 8}, 29: {"memory": 0}},
)
def _(rows):
    assert [rows[i]["a"] for i in (21, 23, 24, 31, 32)] == [1 / 16, 1 / 16, 1 / 8, 1 / 8, 1 / 33]


@case(
    "collective-change",
    "M and T hold at once; fewer outliers keep the newest times, more wait for new ones.",
    samples(
        40,
        {17: 16.0, 19: -6.0, 21: 40.0, 23: -60.0, 25: 150.0, 27: -300.0, 29: 900.0, 31: -2000.0},
    ),
    changes={
        20: {"outliers": 2},
        24: {"outliers": 4},
        26: {"outliers": 4, "meanGap": 150},
        30: {"meanGap": 200},
    },
    memory=32,
)
def _(rows):
    assert outliers(rows) == [17, 19, 21, 23, 25, 27, 29, 31]
    assert [len(rows[i]["outlier_times"]) for i in (19, 20, 24, 25, 27)] == [2, 2, 2, 3, 4]
    assert collectives(rows) == [21, 23, 31]


@case(
    "delta-change",
    "Another delta gives another q at once, from the same fit.",
    samples(36, {18: 11.5, 26: 11.5, 34: 11.0}),
    changes={22: {"delta": 0.3}, 30: {"delta": 0.999}},
    gamma=1.5,
)
def _(rows):
    for i in (22, 30):
        assert rows[i]["q"] != rows[i - 1]["q"] and rows[i]["shape"] == rows[i - 1]["shape"]
    assert 26 in outliers(rows) and 34 not in outliers(rows)
    assert 0.3 < rows[34]["probability"] < 0.999


@case(
    "gamma-change",
    "Another gamma holds from the next sample on, and changes no fit.",
    samples(40, {18: 12.5, 26: 12.5}),
    changes={22: {"gamma": 15}, 30: {"gamma": 1.0, "fatigue": 1, "period": 50}},
)
def _(rows):
    assert outliers(rows)[0] == 18 and 26 not in outliers(rows)
    assert rows[26]["limit"] == 15 and rows[30]["limit"] == max(1.0, rows[29]["q"])
    assert rows[29]["shape"] == rows[30]["shape"]


@case(
    "block-longer-in-the-first",
    "The first block is over at its end, whatever length comes next.",
    samples(36),
    changes={1: {"block": 8}},
)
def _(rows):
    assert rows[3]["B"] == 8 and rows[4]["blockMax"] > 0
    assert fitted_from(rows) == 4 + 3 * 8 - 1

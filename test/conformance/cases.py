"""What a case of the worksheet is: what it shows, its samples, and a check that it does show it.

Samples are a small ripple written down as a formula, with some of them replaced by hand.
"""

CASES = {}


def ripple(i):
    """10 and up to 11/16 more or less: sixteenths, so that every sample is exact."""
    return 10 + ((i * i + 3 * i) % 23 - 11) / 16


def samples(count, replaced=None, signal=ripple, times=None):
    """(time in ms, x) of `count` samples, 100 ms apart where `times` does not say otherwise."""
    replaced = replaced or {}
    times = times or (lambda i: 100 * i)
    return [(times(i), replaced[i] if i in replaced else signal(i)) for i in range(count)]


def case(name, shows, samples, changes=None, restarts=(), epsilon=2.0**-52, **parameters):
    """Enters a case; the function below it, which gets the rows, is its check. `restarts`: before
    which samples everything learned is forgotten. `epsilon`: that of the numbers judged with."""

    def enter(check):
        CASES[name] = {
            "shows": shows,
            "parameters": {
                "gamma": 3, "delta": 0.94, "maxima": 3, "outliers": 3, "meanGap": 250,
                "period": 100, "block": 4, "memory": 16, "fatigue": 0, "tail": "both", "least": 0,
                "drift": 0, "rhythm": 0, "season": 0, "bins": 48,
                **parameters,
            },
            "changes": changes or {},
            "restarts": set(restarts),
            "epsilon": epsilon,
            "samples": samples,
            "check": check,
        }  # fmt: skip
        return check

    return enter


def having(rows, bit):
    """Indexes of the rows whose verdict has this bit."""
    return [i for i in range(len(rows)) if rows[i]["verdict"] & bit]


def outliers(rows):
    return having(rows, 1)


def alarms(rows):
    return having(rows, 2)


def collectives(rows):
    return having(rows, 4)


def fitted_from(rows):
    return [row["shape"] is not None for row in rows].index(True)


def refits(rows):
    """Indexes of the rows whose fit is not that of the row above."""
    pairs = [(row["shape"], row["scale"]) for row in rows]
    return [i for i in range(1, len(rows)) if pairs[i] != pairs[i - 1]]

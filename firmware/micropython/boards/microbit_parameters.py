"""The parameters of a BBC micro:bit v1: those of the level, within what its memory holds.

A set of parameters is a dict from name to value.
"""

from line import number

_MOST = 16  # maxima and outliers that there is heap for

NAMES = (
    "gamma",
    "delta",
    "maxima",
    "outliers",
    "meanGap",
    "period",
    "block",
    "memory",
    "fatigue",
    "least",
    "tail",
)
LOWEST = (1e-30, 1e-6, 3, 2, 0, 1, 2, 8, 0, 0)
HIGHEST = (20, 0.999999, _MOST, _MOST, 3600000, 3600000, 4096, 1000000, 1, 1e18)
# The type is the parameter's too: whole number, number or word.
params = {
    "gamma": 4.0,
    "delta": 0.94,
    "maxima": 5,
    "outliers": 5,
    "meanGap": 0.0,
    "period": 100.0,
    "block": 32,
    "memory": 256,
    "fatigue": 0.05,
    "least": 0.0,
    "tail": "both",
}


class Refused(Exception):
    """Why a command is refused: code of the line protocol, parameter name and a word, as they go
    on the line."""


def changes(fields):
    """A dict of the changes that a list of "name=value" asks for.

    Raises Refused for the first bad one: nothing is applied here, so none or all can be.
    """
    found = {}
    for field in fields or ("",):
        pair = field.split("=", 1)
        name = pair[0].strip()
        if len(pair) < 2 or not name:
            raise Refused("parse,,form")
        if name in found:
            raise Refused("parse,%s,twice" % name)
        if name not in NAMES:
            raise Refused("param,%s," % name)
        value = pair[1].strip()
        if name == "tail":
            if value not in ("both", "upper", "lower"):
                raise Refused("range,tail,")
        else:
            try:
                value = type(params[name])(value)
            except ValueError:
                raise Refused("type,%s," % name)
            i = NAMES.index(name)
            if value > HIGHEST[i]:
                raise Refused("range,%s,at most %s" % (name, number(HIGHEST[i])))
            if not value >= LOWEST[i] and (value or name != "memory"):
                raise Refused("range,%s,at least %s" % (name, number(LOWEST[i])))
        found[name] = value
    return found

"""The detector's parameters: names, defaults, valid ranges, and text to and from the line.

A set of parameters is a dict from name to value.
"""

from line import number

_NAMES = "gamma delta maxima outliers meanGap period block memory fatigue tail"
NAMES = _NAMES.split()
# The type is the parameter's too: whole number, number or word.
DEFAULTS = (4.0, 0.94, 5, 5, 500.0, 100.0, 32, 256, 0.25, "both")
LOWEST = (0, 0, 3, 2, 1, 1, 2, 8, 0, ("both", "upper", "lower"))  # for a word: those allowed
HIGHEST = (20, 1, 64, 64, 3600000, 3600000, 4096, 1000000, 2, None)


class Refused(Exception):
    """Why a command is refused. args: code of the line protocol, parameter name, and which case
    of that code it is (see words.py)."""


def defaults():
    """A new set of parameters, each at its default."""
    params = {}
    for i in range(len(NAMES)):
        params[NAMES[i]] = DEFAULTS[i]
    return params


def listed(params):
    """Each parameter as ",name=value", as it goes on the line and into the flash."""
    text = ""
    for name in NAMES:
        text += ",%s=%s" % (name, number(params[name]))
    return text


def value_of(name, text):
    """The value that `text` stands for. Raises Refused: param, type or range."""
    if name not in NAMES:
        raise Refused("param", name, "")
    i = NAMES.index(name)
    low = LOWEST[i]
    if name == "tail":
        value = text
        good = text in low
    else:
        try:
            for letter in text:
                if letter not in "+-.0123456789eE":
                    raise ValueError
            value = type(DEFAULTS[i])(text)
        except ValueError:
            raise Refused("type", name, "")
        good = low <= value <= HIGHEST[i]
        if name == "gamma":
            good = good and value > 0
        elif name == "delta":
            good = 0 < value < 1
        elif name == "memory":
            good = good or value == 0
    if not good:
        raise Refused("range", name, "")
    return value


def changes(pairs):
    """A dict of the changes that a list of "name=value" asks for.

    Raises Refused for the first bad one: nothing is applied here, so none or all can be.
    """
    found = {}
    for pair in pairs or [""]:
        pair = pair.split("=", 1)
        name = pair[0].strip()
        if len(pair) < 2 or not name:
            raise Refused("parse", "", "form")
        if name in found:
            raise Refused("parse", name, "twice")
        found[name] = value_of(name, pair[1].strip())
    return found

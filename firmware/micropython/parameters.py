"""The detector's parameters: names, defaults, valid ranges, and text from the line.

A set of parameters is a dict from name to value.
"""

NUMBER = 0
INTEGER = 1
WORD = 2

# name, kind, default, lowest, highest; for a word: the words allowed, None
TABLE = (
    ("gamma", NUMBER, 4.0, 0, 20),
    ("delta", NUMBER, 0.94, 0, 1),
    ("maxima", INTEGER, 5, 3, 64),
    ("outliers", INTEGER, 5, 2, 64),
    ("meanGap", NUMBER, 500.0, 1, 3600000),
    ("period", NUMBER, 100.0, 1, 3600000),
    ("block", INTEGER, 32, 2, 4096),
    ("memory", INTEGER, 256, 8, 1000000),
    ("fatigue", NUMBER, 0.25, 0, 2),
    ("tail", WORD, "both", ("both", "upper", "lower"), None),
)


class Refused(Exception):
    """Why a command is refused. args: code of the line protocol, parameter name, words."""


def defaults():
    return {row[0]: row[2] for row in TABLE}


def _only(text, allowed):
    for letter in text:
        if letter not in allowed:
            return False
    return text != ""


def _number(row, text):
    name, kind, _, low, high = row
    try:
        if kind == INTEGER:
            if not _only(text, "+-0123456789"):
                raise ValueError
            value = int(text)
        else:
            if not _only(text, "+-.0123456789eE"):
                raise ValueError
            value = float(text)
    except ValueError:
        want = "a whole number" if kind == INTEGER else "a number"
        raise Refused("type", name, name + " must be " + want)
    if name == "memory" and value == 0:
        return value
    above = name == "gamma" or name == "delta"  # open at the low end
    below = name == "delta"  # open at the high end
    if value < low or (above and value == low) or value > high or (below and value == high):
        words = "%s must be %s %s and %s %s%s" % (
            name,
            "above" if above else "at least",
            low,
            "below" if below else "at most",
            high,
            " or 0" if name == "memory" else "",
        )
        raise Refused("range", name, words)
    return value


def value_of(name, text):
    """The value that `text` stands for. Raises Refused: param, type or range."""
    for row in TABLE:
        if row[0] == name:
            if row[1] != WORD:
                return _number(row, text)
            if text not in row[3]:
                raise Refused("range", name, name + " must be one of " + " ".join(row[3]))
            return text
    raise Refused("param", name, "there is no parameter of this name")


def changes(pairs):
    """A dict of the changes that a list of "name=value" asks for.

    Raises Refused for the first bad one: nothing is applied here, so none or all can be.
    """
    if not pairs:
        raise Refused("parse", "", "name=value is missing")
    found = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        name = name.strip()
        if not sign or not name:
            raise Refused("parse", "", "name=value expected")
        if name in found:
            raise Refused("parse", name, "given twice")
        found[name] = value_of(name, text.strip())
    return found

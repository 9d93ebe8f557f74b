"""The detector's parameters: names, defaults, valid ranges, and text to and from the line.

A set of parameters is a dict from name to value.
"""

from line import number

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
    """Why a command is refused. args: code of the line protocol, parameter name, and which case
    of that code it is (see words.py)."""


def defaults():
    params = {}
    for row in TABLE:
        params[row[0]] = row[2]
    return params


def listed(params):
    """Each parameter as ",name=value", as it goes on the line and into the flash."""
    text = ""
    for row in TABLE:
        value = params[row[0]]
        text += ",%s=%s" % (row[0], value if row[1] == WORD else number(value))
    return text


def value_of(name, text):
    """The value that `text` stands for. Raises Refused: param, type or range."""
    for row in TABLE:
        if row[0] == name:
            break
    else:
        raise Refused("param", name, "")
    low = row[3]
    if row[1] == WORD:
        value = text
        good = text in low
    else:
        try:
            for letter in text:
                if letter not in "+-.0123456789eE":
                    raise ValueError
            value = int(text) if row[1] == INTEGER else float(text)
        except ValueError:
            raise Refused("type", name, "")
        good = low <= value <= row[4]
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

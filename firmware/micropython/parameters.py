"""The detector's parameters: names, defaults, valid ranges, and text to and from the line.

A set of parameters is a dict from name to value.
"""

from line import number
from table import DEFAULTS, HIGHEST, LOWEST, NAMES


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
    """Each parameter that is there as ",name=value", for the line and the flash."""
    text = ""
    for name in NAMES:
        if name in params:
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
        elif name == "memory":
            good = good or value == 0
    if not good:
        raise Refused("range", name, "")
    return value


def changes(pairs, read=value_of):
    """A dict of the changes that a list of "name=value" asks for. read(name, text) gives a value.

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
        found[name] = read(name, pair[1].strip())
    return found

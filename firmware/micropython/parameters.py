"""The detector's parameters: names, defaults, valid ranges, and text to and from the line.

A set of parameters is a dict from name to value.
"""

from limits import HIGHEST
from line import number

_NAMES = (
    "gamma delta maxima outliers meanGap period block memory fatigue tail least drift rhythm"
    " season bins"
)
NAMES = _NAMES.split()
# The type is the parameter's too: whole number, number or word.
DEFAULTS = (4.0, 0.94, 5, 5, 0.0, 100.0, 32, 256, 0.05, "both", 0.0, 3.0, 5.0, 0.0, 48)
# For a word: those allowed.
LOWEST = (0, 1e-6, 3, 2, 0, 1, 2, 8, 0, ("both", "upper", "lower"), 0, 0, 0, 0, 2)


JUDGE = "judge"  # of a channel only: 0 leaves it unjudged


class Refused(Exception):
    """Why a command is refused. args: code of the line protocol, parameter name, and which case
    of that code it is (see words.py)."""


def defaults():
    """A new set of parameters, each at its default."""
    params = {}
    for i in range(len(NAMES)):
        value = DEFAULTS[i]
        if HIGHEST[i] == 0:  # this board cannot do that
            value = 0.0
        params[NAMES[i]] = value
    return params


def of_older(found):
    """Takes out of saved parameters what rules 2 meant by them, in place. Returns whether it did.

    Fatigue was in other units; 500 ms was the default of what is now five periods.
    """
    if "drift" in found:
        return False
    found.pop("fatigue", None)
    if found.get("meanGap") == 500:
        del found["meanGap"]
    return True


def listed(params):
    """Each parameter that is there as ",name=value", for the line and the flash."""
    text = ""
    for name in NAMES:
        if name in params:
            text += ",%s=%s" % (name, number(params[name]))
    if JUDGE in params:
        text += ",judge=%d" % params[JUDGE]
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


def changes(pairs, of_channel=False):
    """A dict of the changes that a list of "name=value" asks for. of_channel: to the overrides of
    one channel, where a name with nothing stands for None, which takes the override away.

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
        text = pair[1].strip()
        if of_channel:
            found[name] = _of_channel(name, text)
        else:
            found[name] = value_of(name, text)
    return found


def _of_channel(name, text):
    if name == "period":
        raise Refused("param", name, "shared")
    if name == JUDGE and text in ("0", "1", ""):
        return int(text) if text else None
    if name == JUDGE:
        raise Refused("range", name, "")
    if not text and name in NAMES:
        return None
    return value_of(name, text)

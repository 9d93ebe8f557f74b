"""What a refused command is told, in words. A board without room for them leaves this file out."""

from overrides import JUDGE
from table import DEFAULTS, HIGHEST, LOWEST, NAMES

_WORDS = {
    "sum": "the checksum is wrong",
    "toolong": "a line holds at most 512 bytes",
    "param": "there is no parameter of this name",
    "form": "name=value expected",
    "twice": "given twice",
    "letters": "only plain letters are understood",
    "id": "an id has at most 16 letters and no star",
    "values": "only set takes values",
    "shared": "all channels share it",
    "piece": "a piece has its number and how many there are and its base64",
    "base64": "the piece is no base64",
    "channel": "ch must be the number of a channel, counted from 0",
}


def explained(code, name, case):
    """Words for the arguments of a parameters.Refused."""
    if case in _WORDS:
        return _WORDS[case]
    # What is wrong with a model its reader says in words.
    if name == "model":
        return case
    if code == "op":
        return "there is no command " + case[:16]
    if code == "type":
        whole = isinstance(DEFAULTS[NAMES.index(name)], int)
        return name + " must be " + ("a whole number" if whole else "a number")
    if name == JUDGE:
        return "judge must be 0 or 1"
    if code == "range":
        return name + " must be " + _range(name, NAMES.index(name))
    return _WORDS.get(case or code, case)


def _range(name, i):
    if name == "tail":
        return "one of " + " ".join(LOWEST[i])
    return "%s %s and at most %s%s" % (
        "above" if name == "gamma" else "at least",
        LOWEST[i],
        HIGHEST[i],
        " or 0" if name == "memory" else "",
    )

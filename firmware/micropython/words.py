"""What a refused command is told, in words. A board without room for them leaves this file out."""

from parameters import DEFAULTS, HIGHEST, LOWEST, NAMES

_WORDS = {
    "sum": "the checksum is wrong",
    "toolong": "a line holds at most 512 bytes",
    "param": "there is no parameter of this name",
    "form": "name=value expected",
    "twice": "given twice",
    "letters": "only plain letters are understood",
    "id": "an id has at most 16 letters and no star",
    "values": "only set takes values",
}


def explained(code, name, case):
    """Words for the arguments of a parameters.Refused."""
    if code == "op":
        return "there is no command " + case[:16]
    if code == "type":
        whole = isinstance(DEFAULTS[NAMES.index(name)], int)
        return name + " must be " + ("a whole number" if whole else "a number")
    if code == "range":
        return name + " must be " + _range(name, NAMES.index(name))
    return _WORDS.get(case or code, case)


def _range(name, i):
    if name == "tail":
        return "one of " + " ".join(LOWEST[i])
    return "%s %s and %s %s%s" % (
        "above" if name in ("gamma", "delta") else "at least",
        LOWEST[i],
        "below" if name == "delta" else "at most",
        HIGHEST[i],
        " or 0" if name == "memory" else "",
    )

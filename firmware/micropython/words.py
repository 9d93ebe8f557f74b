"""What a refused command is told, in words. A board without room for them leaves this file out."""

from parameters import INTEGER, TABLE, WORD

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
    for row in TABLE:
        if row[0] == name and code == "type":
            return name + " must be " + ("a whole number" if row[1] == INTEGER else "a number")
        if row[0] == name and code == "range":
            return name + " must be " + _range(row)
    return _WORDS.get(case or code, case)


def _range(row):
    name, kind, _, low, high = row
    if kind == WORD:
        return "one of " + " ".join(low)
    return "%s %s and %s %s%s" % (
        "above" if name in ("gamma", "delta") else "at least",
        low,
        "below" if name == "delta" else "at most",
        high,
        " or 0" if name == "memory" else "",
    )

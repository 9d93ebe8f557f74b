"""Lines out of a BBC micro:bit v1, and its parameters kept, in the place of storage.py.

Nothing can be renamed there, so they are written twice, one file after the other: a power cut
spoils one of the two at most.
"""

from line import checksum, number
from microbit import uart
from parameters import changes, params

PATHS = ("parameters.new", "parameters.txt")


def send(text, names=(), write=uart.write):
    """Writes a line; parameters by these names, with their values, piece by piece: there may be no
    room for all of it at once."""
    total = checksum(text)
    write(text)
    for name in names:
        text = ",%s=%s" % (name, number(params[name]))
        total ^= checksum(text)
        write(text)
    write("*%02X\n" % total)


def kept(path):
    """The changes that a file keeps, or None."""
    try:
        with open(path) as file:
            text = file.read()
        star = text.rfind("*")
        if text[star:] == "*%02X\n" % checksum(text[:star]):
            return changes(text[:star].split(",")[1:])
    except Exception:  # noqa: BLE001 - none, spoilt, another version's, too long: the defaults
        pass

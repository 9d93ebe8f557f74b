"""Lines out of a BBC micro:bit v1, and its parameters kept, in the place of storage.py.

Nothing can be renamed there, so they are written twice, one file after the other: a power cut
spoils one of the two at most.
"""

from line import checksum, number
from microbit import uart
from parameters import NAMES, changes, params

PATHS = ("parameters.new", "parameters.txt")


def send(head, values=(), write=uart.write):
    """Writes a line piece by piece: there may be no room for all of it at once."""
    write(head)
    total = checksum(head)
    for value in values:
        write("," + value)
        total ^= checksum("," + value)
    write("*%02X\n" % total)


def fields():
    """The parameters as "name=value"."""
    for name in NAMES:
        yield name + "=" + number(params[name])


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


def save(path):
    """Raises OSError."""
    with open(path, "w") as file:
        send("tidemark", fields(), file.write)

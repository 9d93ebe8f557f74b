"""Lines out of a BBC micro:bit v1, and its parameters kept, in the place of storage.py.

Nothing can be renamed there, so they are written twice, one file after the other: a power cut
spoils one of the two at most.
"""

from line import checksum, encode, number
from microbit import uart
from parameters import Refused, changes

PATHS = ("parameters.new", "parameters.txt")


def send(head, values=(), write=uart.write):
    """Writes a line piece by piece: there may be no room for all of it at once."""
    write(head)
    total = checksum(bytes(head, "utf-8"))
    for value in values:
        text = "," + (value if isinstance(value, str) else number(value))
        write(text)
        total ^= checksum(bytes(text, "utf-8"))
    write("*%02X\n" % total)


def save(fields):
    """Keeps a list of "name=value". Raises OSError."""
    for path in PATHS:
        with open(path, "w") as file:
            send("tidemark", fields, file.write)


def load(params):
    """Changes them to those that are kept. Returns whether there are any."""
    for path in PATHS:
        try:
            with open(path) as file:
                text = file.read()
            body = text[: text.rfind("*")]
            if encode(body) == text:
                params.update(changes(body.split(",")[1:]))
                return True
        except (OSError, Refused, MemoryError):  # none, another version's, too long
            continue
    return False

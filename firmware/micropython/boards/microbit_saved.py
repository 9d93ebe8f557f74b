"""Lines out of a BBC micro:bit v1, and its parameters kept, in the place of storage.py.

Nothing can be renamed there, so they are written twice, one file after the other: a power cut
spoils one of the two at most. Nothing is ever whole in memory: there may be no room for it.
"""

from line import checksum, number
from microbit import uart
from parameters import NAMES, Refused, value_of

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


def send_parameters(head, params, write=uart.write):
    """Writes the line of all parameters."""
    write(head)
    total = checksum(bytes(head, "utf-8"))
    for name in NAMES:
        text = "," + name + "=" + number(params[name])
        write(text)
        total ^= checksum(bytes(text, "utf-8"))
    write("*%02X\n" % total)


def save(params):
    """Keeps the parameters. Raises OSError."""
    for path in PATHS:
        with open(path, "w") as file:
            send_parameters("tidemark", params, file.write)


def load(params):
    """Changes them to those that are kept. Returns whether there are any."""
    for path in PATHS:
        try:
            found = {}
            with open(path) as file:
                total = 0
                text = ""
                letter = file.read(1)
                while letter != "*" and letter and len(text) < 40:
                    total ^= ord(letter)
                    text += letter
                    letter = file.read(1)
                    if letter == "," or letter == "*":
                        name, _, value = text[1:].partition("=")
                        text = ""
                        if name in NAMES:  # the first is the file's own mark
                            found[name] = value_of(name, value)
                if file.read(3) == "%02X\n" % total and "drift" in found:
                    params.update(found)
                    return True
        except Exception:  # noqa: BLE001 - none, another version's, or not enough memory
            pass
    return False

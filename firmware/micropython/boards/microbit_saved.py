"""Lines out of a BBC micro:bit v1, and its parameters kept, in the place of storage.py.

Nothing can be renamed there, so they are written twice, one file after the other: a power cut
spoils one of the two at most. Nothing is ever whole in memory: there may be no room for it.
"""

from line import checksum
from microbit import uart
from parameters import value_of
from table import NAMES

PATHS = ("parameters.new", "parameters.txt")


def send(head, values=(), write=uart.write, params=None):
    """Writes a line piece by piece: there may be no room for all of it at once. With params the
    values are names of some. Seven digits are what a number typed here keeps."""
    write(head)
    total = checksum(bytes(head, "utf-8"))
    for value in values:
        text = ","
        if params:
            text += value + "="
            value = params[value]
        text += value if isinstance(value, str) else "%.7g" % value
        write(text)
        total ^= checksum(bytes(text, "utf-8"))
    write("*%02X\n" % total)


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
                if file.read(3) == "%02X\n" % total and "least" in found:
                    params.update(found)
                    return True
        except Exception:  # noqa: BLE001 - none, another version's, or not enough memory
            pass
    return False

"""Lines out of a BBC micro:bit v1, and its parameters kept, in the place of storage.py.

Nothing can be renamed there, so they are written twice, one file after the other: a power cut
spoils one of the two at most. A file has a line that says whose it is, one for each parameter
and, last, the sum, for there is no room for all of it at once.
"""

from line import checksum, number
from microbit import uart
from parameters import Refused, changes, params

PATHS = ("parameters.new", "parameters.txt")


def send(text, names=(), write=uart.write, form=",%s=%s"):
    """Writes a line piece by piece: text, the parameters by these names in this form, the sum."""
    total = checksum(text)
    write(text)
    for name in names:
        text = form % (name, number(params[name]))
        total ^= checksum(text)
        write(text)
    write("*%02X\n" % total)


def kept(path, take):
    """Whether a file is there and whole. If `take`, its parameters become those of the board, but
    for lines that are none or that only another version knew."""
    total = 0
    line = "."
    try:
        with open(path) as file:
            while line:
                line = file.readline()
                if line.startswith("*"):
                    return line == "*%02X\n" % total
                total ^= checksum(line)
                if take:
                    try:
                        params.update(changes((line,)))
                    except Refused:
                        pass
    except Exception:  # noqa: BLE001 - none, spoilt, or lines longer than the heap
        pass
    return False

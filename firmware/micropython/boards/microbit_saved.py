"""Keeps the parameters on a BBC micro:bit v1, in the place of storage.py.

Nothing can be renamed there, so they are written twice, one file after the other: a power cut
spoils one of the two at most.
"""

from line import encode
from parameters import Refused, changes

PATHS = ("parameters.new", "parameters.txt")


def save(fields):
    """Keeps what parameters.listed gives. Raises OSError."""
    for path in PATHS:
        with open(path, "w") as file:
            file.write(encode("tidemark" + fields))


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
        except (OSError, Refused):  # none, or of another version
            continue
    return False

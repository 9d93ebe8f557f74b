"""Keeps the parameters through a power cut: one line of text with its checksum.

The line is written to a file beside the real one, flushed, then renamed onto it. A cut at any
moment leaves the old parameters or the new ones.
"""

import os

from line import checksum, encode
from parameters import Refused, listed, value_of

_BESIDE = ".new"


def load(path):
    """The saved parameters as a dict (of those that this firmware knows), or None."""
    try:
        _repair(path)
    except OSError:  # flash that cannot be written can still be read
        return _read(path) or _read(path + _BESIDE)
    return _read(path)


def save(path, params):
    """Raises OSError when the parameters could not be kept; the old ones then still are."""
    _repair(path)
    beside = path + _BESIDE
    with open(beside, "w") as file:
        file.write(encode("tidemark" + listed(params)))
        file.flush()
    _sync()
    if _read(beside) is None:
        raise OSError("the file reads back wrong")
    _replace(beside, path)
    _sync()


def _repair(path):
    """Finishes a save that was cut off between its last two steps."""
    beside = path + _BESIDE
    if _read(path) is None and _read(beside) is not None:
        _replace(beside, path)


def _replace(source, target):
    try:
        os.rename(source, target)
    except OSError:  # FAT does not rename onto a file that is there
        os.remove(target)
        os.rename(source, target)


def _sync():
    if hasattr(os, "sync"):
        os.sync()


def _read(path):
    try:
        with open(path, "rb") as file:
            raw = file.read(1024)
    except OSError:
        return None
    star = raw.rfind(b"*")
    if not raw.startswith(b"tidemark,") or raw[star:] != b"*%02X\n" % checksum(raw[:star]):
        return None
    found = {}
    for field in raw[:star].decode().split(",")[1:]:
        name, _, text = field.partition("=")
        try:
            found[name] = value_of(name, text)
        except Refused:  # of another version
            continue
    return found

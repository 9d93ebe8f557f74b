"""Keeps the parameters through a power cut: one line of text with its checksum.

The line is written to a file beside the real one, flushed, then renamed onto it. A cut at any
moment leaves the old parameters or the new ones.
"""

import os

from line import checksum, encode
from overrides import change, own_changes, own_listed
from parameters import Refused, listed, value_of

_BESIDE = ".new"
_LONGEST = 8192  # bytes: all parameters of the board, and those of each channel


def load(path):
    """(parameters, overrides, words) as saved, of those that this firmware knows; words say what
    could not be kept. Parameters are None where there are none."""
    try:
        _repair(path)
    except OSError:  # flash that cannot be written can still be read
        return _read(path) or _read(path + _BESIDE) or (None, {}, "")
    found = _read(path)
    if found:
        return found
    words = ""
    if has_content(path):
        words = "the saved parameters cannot be read; the defaults are used"
    return None, {}, words


def save(path, params, overrides):
    """Raises OSError when the parameters could not be kept; the old ones then still are."""
    _repair(path)
    beside = path + _BESIDE
    text = "tidemark" + listed(params)
    for i in sorted(overrides):
        text += own_listed(i, overrides[i])
    with open(beside, "w") as file:
        file.write(encode(text))
        file.flush()
    sync()
    if _read(beside) is None:
        raise OSError("the file reads back wrong")
    replace(beside, path)
    sync()


def _repair(path):
    """Finishes a save that was cut off between its last two steps."""
    beside = path + _BESIDE
    if _read(path) is None and _read(beside) is not None:
        replace(beside, path)


def replace(source, target):
    """Renames a file onto another, in one step where the file system has one. Raises OSError."""
    try:
        os.rename(source, target)
    except OSError:  # FAT does not rename onto a file that is there
        os.remove(target)
        os.rename(source, target)


def sync():
    """Has what was written reach the flash, where the build can be asked to."""
    if hasattr(os, "sync"):
        os.sync()


def has_content(path):
    """Whether there is a file with something in it."""
    try:
        with open(path, "rb") as file:
            return bool(file.read(1))
    except OSError:
        return False


def _read(path):
    try:
        with open(path, "rb") as file:
            raw = file.read(_LONGEST)
    except OSError:
        return None
    star = raw.rfind(b"*")
    if not raw.startswith(b"tidemark,") or raw[star:] != b"*%02X\n" % checksum(raw[:star]):
        return None
    found = {}
    overrides = {}
    own = None
    for field in raw[:star].split(b",")[1:]:
        if field.startswith(b"ch="):
            own = {}  # of no channel, should this one be unreadable
        try:
            name, _, text = str(field, "utf-8").partition("=")
            if name == "ch":
                own = overrides[int(text)] = {}
            elif own is None:
                found[name] = value_of(name, text)
            else:
                change(own, own_changes([name + "=" + text]))
        except (Refused, ValueError):  # of another version, or no text at all
            continue
    if not found:
        return None
    words = ""
    if _of_older(found):
        words = "saved under older rules: fatigue, and a meanGap of 500, are now the defaults"
    return found, overrides, words


def _of_older(found):
    """Takes out of saved parameters what rules 2 meant by them, in place. Returns whether it did.

    Fatigue was in other units; 500 ms was the default of what is now five periods.
    """
    if "drift" in found:
        return False
    found.pop("fatigue", None)
    if found.get("meanGap") == 500:
        del found["meanGap"]
    return True

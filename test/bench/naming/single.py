"""CPython's numbers in single precision, for what the firmware reckons on a board that has no other:
each result is rounded to 32 bits. For disturbed.py."""

import math
import sys
from ctypes import c_float
from types import ModuleType

_WRAPPED = ("sqrt", "exp", "log")


class Single(float):
    """A number of 32 bits; so is what becomes of it."""

    def __new__(cls, value):
        return float.__new__(cls, c_float(value).value)

    def __neg__(self):
        return Single(float.__neg__(self))

    def __abs__(self):
        return Single(float.__abs__(self))


def _rounded(name):
    plain = getattr(float, name)

    def reckon(self, other):
        result = plain(self, other)
        return result if result is NotImplemented else Single(result)

    return reckon


for _name in ("add", "sub", "mul", "truediv", "mod", "pow"):
    for _side in ("", "r"):
        setattr(Single, "__%s%s__" % (_side, _name), _rounded("__%s%s__" % (_side, _name)))


class Singles(list):
    """An array of them."""

    def __init__(self, values):
        list.__init__(self, [Single(value) for value in values])

    def __setitem__(self, place, value):
        list.__setitem__(self, place, Single(value))


def begin():
    """What of the firmware is imported from here on reckons in single precision."""
    # The machines are what they are, however exact the board is that watches them.
    import line
    import pump  # noqa: F401
    import simulated  # noqa: F401

    line.EPSILON = 2.0**-23
    line.SINGLE = True
    line.FLOATS = "f"
    arrays = ModuleType("array")
    plain = sys.modules["array"].array if "array" in sys.modules else __import__("array").array
    arrays.array = lambda code, values=(): (
        Singles(values) if code == "f" else plain(code, values)
    )
    sys.modules["array"] = arrays
    wrapped = ModuleType("math")
    wrapped.__dict__.update(math.__dict__)
    for name in _WRAPPED:
        setattr(wrapped, name, _single(getattr(math, name)))
    sys.modules["math"] = wrapped


def _single(function):
    return lambda x: Single(function(x))

"""Rings of the newest numbers, in arrays: they take a fourth of the heap of a list."""

from array import array

from line import FLOATS


def resized(ring, start, count, size):
    """A copy of an array whose places from `start` on are a ring of which `count` were ever put
    in (the k-th at start + k % its size): with a ring of `size` that keeps the newest. Returns it
    and the count in it."""
    old = len(ring) - start
    kept = min(count, old, size)
    values = [ring[start + k % max(old, 1)] for k in range(count - kept, count)]
    return array(FLOATS, list(ring[:start]) + values + [0.0] * (size - kept)), kept

"""The Weibull fit of weibull.py for builds that have `ulab`, where it is faster."""

from math import exp, log

from ulab import numpy

_ordinates = []  # of the last fit: y - mean of y, mean of y, sum of (y - mean of y) squared


def _ordinates_of(count):
    if not _ordinates or len(_ordinates[0]) != count:
        y = numpy.array([log(-log(1 - (i + 0.5) / count)) for i in range(count)])
        mean_y = float(numpy.mean(y))
        y = y - mean_y
        _ordinates[:] = [y, mean_y, float(numpy.sum(y * y))]
    return _ordinates


def fit(maxima, share):
    """(location, shape, scale, r2) as weibull.fit has it."""
    y, mean_y, syy = _ordinates_of(len(maxima))
    location = share * min(maxima)
    most = max(maxima)
    width = most - location
    x = numpy.log((numpy.sort(numpy.array(maxima)) - location) / width)
    mean_x = float(numpy.mean(x))
    x = x - mean_x
    sxx = float(numpy.sum(x * x))
    if sxx <= 1e-12:
        return location, float("inf"), most, float("nan")
    sxy = float(numpy.sum(x * y))
    shape = sxy / sxx
    return location, shape, width * exp(mean_x - mean_y / shape), sxy * sxy / (sxx * syy)

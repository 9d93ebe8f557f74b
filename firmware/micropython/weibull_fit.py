"""The Weibull fit in plain Python. It remembers what depends on the number of maxima alone."""

from math import exp, log

_rise = []  # of the last fit: y - mean of y
_middle = [0.0, 0.0]  # that mean, and the sum of squares of these


def fit(maxima, share):
    """Least squares of y = ln(-ln(1 - p)) on x = ln(maximum - location) at the plotting positions
    p = (i - 0.5) / count, i = 1..count, maxima sorted ascending. The location is this share of the
    smallest.

    Returns (location, shape, scale, r2). Equal maxima give a step: shape infinite, scale that
    maximum, r2 nan.
    """
    x = sorted(maxima)
    count = len(x)
    location = share * x[0]
    most = x[-1]
    width = most - location  # logarithms of ratios: those of equal maxima are 0 in any float
    if len(_rise) != count:
        y = [log(-log(1 - (i + 0.5) / count)) for i in range(count)]
        _middle[0] = mean_y = sum(y) / count
        _rise[:] = [value - mean_y for value in y]
        _middle[1] = sum([dy * dy for dy in _rise])
    x = [log((maximum - location) / width) for maximum in x]
    mean_x = sum(x) / count
    sxx = sxy = 0.0
    for i in range(count):
        dx = x[i] - mean_x
        sxx += dx * dx
        sxy += dx * _rise[i]
    if sxx <= 1e-12:
        return location, float("inf"), most, float("nan")
    shape = sxy / sxx
    scale = width * exp(mean_x - _middle[0] / shape)
    return location, shape, scale, sxy * sxy / (sxx * _middle[1])

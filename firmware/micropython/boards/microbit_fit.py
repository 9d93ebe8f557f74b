"""weibull_fit.py for a BBC micro:bit v1: nothing is remembered."""

from math import exp, log


def fit(maxima, share):
    """As weibull_fit.fit."""
    x = sorted(maxima)
    count = len(x)
    location = share * x[0]
    most = x[-1]
    mean_x = mean_y = sxx = sxy = syy = 0.0
    for i in range(count):
        x[i] = log((x[i] - location) / (most - location))
        mean_x += x[i] / count
        mean_y += log(-log(1 - (i + 0.5) / count)) / count
    for i in range(count):
        dx = x[i] - mean_x
        dy = log(-log(1 - (i + 0.5) / count)) - mean_y
        sxx += dx * dx
        sxy += dx * dy
        syy += dy * dy
    if sxx <= 1e-12:
        return location, float("inf"), most, float("nan")
    shape = sxy / sxx
    scale = (most - location) * exp(mean_x - mean_y / shape)
    return location, shape, scale, sxy * sxy / (sxx * syy)

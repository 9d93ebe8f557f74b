"""The rules' "Fit": a Weibull through block maxima, its quantile and its CDF."""

import math

ETA = 0.8


def fit(maxima, location):
    """(location, shape, scale, r2) of the least-squares line on Weibull probability paper; without
    a `location` of its own the line is that of a watcher, whose location is 0."""
    ascending = sorted(maxima)
    count = len(ascending)
    eta = ETA * ascending[0] if location else 0.0
    x = [math.log(maximum - eta) for maximum in ascending]
    y = [math.log(-math.log(1 - (i - 0.5) / count)) for i in range(1, count + 1)]
    mean_x = sum(x) / count
    mean_y = sum(y) / count
    sxx = sum((x[i] - mean_x) ** 2 for i in range(count))
    syy = sum((y[i] - mean_y) ** 2 for i in range(count))
    sxy = sum((x[i] - mean_x) * (y[i] - mean_y) for i in range(count))
    if sxx <= 1e-12:
        return eta, math.inf, ascending[-1], math.nan
    shape = sxy / sxx
    return eta, shape, math.exp(mean_x - mean_y / shape), sxy**2 / (sxx * syy)


def quantile(level, location, shape, scale):
    """The value at which F reaches `level`."""
    if math.isinf(shape):
        return scale
    return location + scale * (-math.log(1 - level)) ** (1 / shape)


def cdf(d, location, shape, scale):
    """F(d); 0 where there is no fit."""
    if shape is None:
        return 0.0
    if math.isinf(shape):
        return 1.0 if d > scale else 0.0
    if d <= location:
        return 0.0
    try:
        return -math.expm1(-(((d - location) / scale) ** shape))
    except OverflowError:  # the power is beyond the largest number: nothing is left of exp(-it)
        return 1.0

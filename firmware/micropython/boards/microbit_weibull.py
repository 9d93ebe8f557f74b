"""Three-parameter Weibull distribution of block maxima, fitted on probability paper: as weibull.py
and weibull_fit.py, in less heap.
"""

from math import exp, log


def fit(maxima):
    """(location, shape, scale, r2) of the line of least squares; shape infinite, scale the largest
    and r2 nan where the maxima are equal."""
    x = sorted(maxima)
    count = len(x)
    location = 0.8 * x[0]
    most = x[-1]
    width = most - location  # logarithms of ratios: those of equal maxima are 0 in any float
    mean_x = mean_y = sxx = sxy = syy = 0.0
    y = []
    for i in range(count):
        x[i] = log((x[i] - location) / width)
        y.append(log(-log(1 - (i + 0.5) / count)))
    mean_x = sum(x) / count
    mean_y = sum(y) / count
    for i in range(count):
        dx = x[i] - mean_x
        dy = y[i] - mean_y
        sxx += dx * dx
        sxy += dx * dy
        syy += dy * dy
    if sxx <= 1e-12:
        return location, float("inf"), most, float("nan")
    shape = sxy / sxx
    return location, shape, width * exp(mean_x - mean_y / shape), sxy * sxy / (sxx * syy)


def cdf(d, fitted):
    """F(d)."""
    location, shape, scale, _ = fitted
    if shape == float("inf"):
        return d > scale
    ratio = (d - location) / scale
    if ratio <= 0:
        return 0
    if shape * log(ratio) > 4:  # 1 - exp(-e**4) is 1 in any float; the power may overflow
        return 1
    return 1 - exp(-(ratio**shape))

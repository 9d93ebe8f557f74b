"""Three-parameter Weibull distribution of block maxima, fitted on probability paper.

F(d) = 1 - exp(-((d - location) / scale) ** shape), 0 below the location. An infinite shape stands
for a step at `scale`.
"""

from math import exp, log

STEP = float("inf")

try:
    from weibull_ulab import fit
except ImportError:
    _rise = []  # of the last fit: y - mean of y; then that mean and the sum of squares
    _middle = [0.0, 0.0]

    def fit(maxima, share):
        """Least squares of y = ln(-ln(1 - p)) on x = ln(maximum - location), maxima sorted
        ascending, at the plotting positions p = (i - 0.5) / count, i = 1..count. The location is
        this share of the smallest.

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
        i = 0
        for value in x:
            dx = value - mean_x
            sxx += dx * dx
            sxy += dx * _rise[i]
            i += 1
        if sxx <= 1e-12:
            return location, STEP, most, float("nan")
        shape = sxy / sxx
        return location, shape, width * exp(mean_x - _middle[0] / shape), sxy * sxy / (sxx * _middle[1])


def quantile(fitted, beyond):
    """The d with 1 - F(d) = beyond, 0 < beyond < 1. fitted: as `fit` returns it."""
    location, shape, scale, _ = fitted
    if shape == STEP:
        return scale
    return location + scale * (-log(beyond)) ** (1 / shape)


def cdf(d, fitted):
    """F(d)."""
    location, shape, scale, _ = fitted
    if shape == STEP:
        return 1.0 if d > scale else 0.0
    ratio = (d - location) / scale
    if ratio <= 0:
        return 0.0
    if shape * log(ratio) > 4:  # 1 - exp(-e**4) is 1 in any float; the power may overflow
        return 1.0
    return 1 - exp(-(ratio**shape))

"""Two-parameter Weibull distribution of block maxima, fitted on probability paper.

F(d) = 1 - exp(-(d / scale) ** shape). An infinite shape stands for a step at `scale`.
"""

from math import exp, log

try:
    from ulab import numpy
except ImportError:
    numpy = None

STEP = float("inf")

_ordinates = []


def ordinates(count):
    """What of a fit depends on the number of maxima only, kept for the next fit.

    With y = ln(-ln(1 - p)) at the plotting positions p = (i - 0.5) / count, i = 1..count:
    [y - mean of y], mean of y, sum of (y - mean of y) squared.
    """
    if not _ordinates or len(_ordinates[0]) != count:
        y = [log(-log(1 - (i + 0.5) / count)) for i in range(count)]
        mean_y = sum(y) / count
        y = [value - mean_y for value in y]
        _ordinates[:] = [y, mean_y, sum([value * value for value in y])]
    return _ordinates


def fit(maxima):
    """Least squares of y = ln(-ln(1 - p)) on x = ln(maximum), maxima sorted ascending.

    Returns (shape, scale, r2). Equal maxima give a step: (inf, that maximum, nan).
    """
    count = len(maxima)
    y, mean_y, syy = ordinates(count)
    if numpy:
        x = numpy.log(numpy.sort(numpy.array(maxima)))
        mean_x = float(numpy.mean(x))
        x = x - mean_x
        sxx = float(numpy.sum(x * x))
        sxy = float(numpy.sum(x * numpy.array(y)))
    else:
        x = sorted(maxima)
        mean_x = sxx = sxy = 0.0
        for i in range(count):
            x[i] = log(x[i])
            mean_x += x[i] / count
        for i in range(count):
            dx = x[i] - mean_x
            sxx += dx * dx
            sxy += dx * y[i]
    if sxx <= 1e-12:
        return STEP, max(maxima), float("nan")
    shape = sxy / sxx
    return shape, exp(mean_x - mean_y / shape), sxy * sxy / (sxx * syy)


def quantile(shape, scale, level):
    """The d at which F(d) = level, 0 < level < 1."""
    if shape == STEP:
        return scale
    return scale * (-log(1 - level)) ** (1 / shape)


def cdf(d, shape, scale):
    """F(d) for d > 0."""
    if shape == STEP:
        return 1.0 if d > scale else 0.0
    ratio = d / scale
    if shape * log(ratio) > 4:  # 1 - exp(-e**4) is 1 in any float; the power may overflow
        return 1.0
    return 1 - exp(-(ratio**shape))

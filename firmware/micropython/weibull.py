"""Three-parameter Weibull distribution of block maxima, fitted on probability paper.

F(d) = 1 - exp(-((d - location) / scale) ** shape), 0 below the location. An infinite shape stands
for a step at `scale`.
"""

from math import exp, log

STEP = float("inf")

try:
    from weibull_ulab import fit
except ImportError:
    from weibull_fit import fit  # noqa: F401 - for others


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

"""The sums of a Weibull fit (see weibull.py) for builds that have `ulab`, which is faster."""

from ulab import numpy


def sums(maxima, y):
    x = numpy.log(numpy.sort(numpy.array(maxima)))
    mean_x = float(numpy.mean(x))
    x = x - mean_x
    return mean_x, float(numpy.sum(x * x)), float(numpy.sum(x * numpy.array(y)))

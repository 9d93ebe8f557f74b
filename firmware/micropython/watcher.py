"""The rule of level.py in small, for a slow series: block levels, or lengths of runs."""

from array import array
from math import sqrt

from line import EPSILON, FLOATS
from ring import resized
from weibull import fit, quantile

try:
    from micropython import const
except ImportError:  # not MicroPython

    def const(value):
        return value


# Places in the state; the ring of maxima follows.
LIMIT = const(0)  # as the next value will be judged with, like sigma and mean; at most, if due
SIGMA = const(1)
Q = const(2)  # 0: no fit yet; negative: a fit is due
MEAN = const(3)
VARIANCE = const(4)
_BLOCK_MAX = const(5)
_SHAPE = const(6)
_SCALE = const(7)
_RING = const(8)
_CLIP = const(2)


class Watcher:
    """A kind of watcher says: bound, the name of the parameter that bounds it; block and memory,
    in values of its series; floor, the sigma below which no ratio is taken. The numbers it has
    learned are in one array, `state`, since an array takes less heap than objects.
    """

    floor = 0.0
    # A fit is dear, and most values are so near that they ask for no limit beyond the bound: it is
    # made when somebody asks for it.

    def __init__(self, params):
        self.n = self.blocks = 0
        self.state = array(FLOATS, [0.0] * _RING)
        self.state[SIGMA] = 1e-12
        self.state, _ = resized(self.state, _RING, 0, params["maxima"])
        self.configure(params)

    def configure(self, params):
        """Takes new parameters and keeps what was learned."""
        if self.state[Q] < 0:
            self._set_limit(True)
        size = params["maxima"]
        refit = len(self.state) != _RING + size
        if refit:
            self.state, self.blocks = resized(self.state, _RING, self.blocks, size)
        self.params = params
        self._set_limit(refit and self.blocks == size)

    def limit(self):
        """What the next value will be judged with."""
        state = self.state
        if state[Q] < 0:
            self._set_limit(True)
        return state[LIMIT]

    def judge(self, y):
        """How far `y` is out, in limits: above 1 is too far. 0 without a fit. Then learns it."""
        state = self.state
        ratio = 0.0
        if state[Q]:
            sigma = state[SIGMA]
            floor = self.floor
            ratio = abs(y - state[MEAN]) / ((sigma if sigma > floor else floor) * self.limit())
        self.learn(y)
        return ratio

    def learn(self, y):
        """Takes a value of the series into mean, variance and maxima, without judging it."""
        state = self.state
        n = self.n
        block = self.block
        memory = self.memory
        mean = state[MEAN]
        step = y - mean
        if n >= block:
            z = step / state[SIGMA]
            if z < 0:
                z = -z
            if z > state[LIMIT]:
                step, z = self._clipped(step, z)
            if z > state[_BLOCK_MAX]:
                state[_BLOCK_MAX] = z
        n += 1
        self.n = n
        a = 1 / (n if n < memory else memory)
        move = a * step
        mean += move
        state[MEAN] = mean
        state[VARIANCE] = variance = (1 - a) * (state[VARIANCE] + move * step)
        sigma = sqrt(variance)
        least = 16 * EPSILON * mean
        if least < 0:
            least = -least
        if sigma < least or sigma < 1e-12:
            sigma = max(least, 1e-12)
        state[SIGMA] = sigma
        if n % block == 0 and n > block:
            self._end_block()

    def _clipped(self, step, z):
        """What a value perhaps beyond the limit teaches: mean and variance, and the maxima."""
        limit = self.limit()
        if z <= limit:
            return step, z
        state = self.state
        most = _CLIP * limit * state[SIGMA]
        if abs(step) > most:
            step = most if step > 0 else -most
        return step, state[Q] or z

    def _end_block(self):
        state = self.state
        size = len(state) - _RING
        state[_RING + self.blocks % size] = max(state[_BLOCK_MAX], 1e-6)
        state[_BLOCK_MAX] = 0.0
        self.blocks += 1
        if self.blocks >= size:
            state[Q] = -1.0
            state[LIMIT] = self.params[self.bound]

    def _set_limit(self, refit):
        state = self.state
        if refit:
            _, state[_SHAPE], state[_SCALE], _ = fit(state[_RING:], 0.0)
        if state[_SHAPE]:
            fitted = 0.0, state[_SHAPE], state[_SCALE], 0.0
            state[Q] = quantile(fitted, 1 - self.params["delta"])
        state[LIMIT] = max(self.params[self.bound], state[Q])

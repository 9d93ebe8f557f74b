"""Online anomaly detection by extreme value theory: one detector for one channel.

The moments, the block maxima and the rings are all that is kept; nothing grows with time.
"""

from math import sqrt

from line import SINGLE
from weibull import cdf, fit, quantile

OUTLIER = 1
ALARM = 2
COLLECTIVE = 4

# A sample whose square would overflow counts as invalid, like one that is not finite.
_HUGE = 1e18 if SINGLE else 1e150


class Ring:
    """The newest values, oldest first when listed."""

    def __init__(self, size):
        self.values = [0.0] * size
        self.next = 0
        self.count = 0

    def push(self, value):
        size = len(self.values)
        self.values[self.next] = value
        self.next = (self.next + 1) % size
        if self.count < size:
            self.count += 1

    def listed(self):
        start = self.next - self.count
        return [self.values[start + i] for i in range(self.count)]

    def full(self):
        return self.count == len(self.values)

    def resize(self, size):
        """Keeps the newest values that fit."""
        kept = self.listed()[-size:]
        self.__init__(size)
        for value in kept:
            self.push(value)


class Detector:
    """After `step`: verdict, score, probability, d, limit; refitted when the fit is new."""

    def __init__(self, params):
        self.maxima = Ring(params["maxima"])
        self.times = Ring(params["outliers"])
        self.block = params["block"]
        self.memory = params["memory"]
        self.n = 0
        self.invalid = 0
        self.mean = 0.0
        self.variance = 0.0
        self.settled = False
        self.block_max = 0.0
        self.in_block = 0
        self.fitted = False
        self.shape = self.scale = self.q = 0.0
        self.r2 = float("nan")
        self.quiet = self.block
        self.recent = 0.0
        self.verdict = 0
        self.score = self.probability = self.d = self.limit = 0.0
        self.refitted = False
        self.configure(params)

    def configure(self, params):
        """Takes new parameters and keeps what was learned; block and memory wait for the
        next block. Sets `refitted`."""
        self.refitted = False
        self.gamma = params["gamma"]
        self.delta = params["delta"]
        self.mean_gap = params["meanGap"]
        self.fatigue = params["fatigue"]
        self.tail = params["tail"]
        self.next_block = params["block"]
        self.next_memory = params["memory"]
        if self.n == 0:
            self._start_block()
        if params["outliers"] != len(self.times.values):
            self.times.resize(params["outliers"])
        if params["maxima"] != len(self.maxima.values):
            self.maxima.resize(params["maxima"])
            if self.maxima.full():
                self._refit()
        if self.fitted:
            self.q = quantile(self.shape, self.scale, self.delta)

    def sigma(self):
        """Standard deviation in signal units, never 0."""
        return max(sqrt(self.variance), 1e-6 * abs(self.mean), 1e-12)

    def step(self, x, t):
        """Judges the sample `x` taken at `t` ms, then learns from it. Returns the verdict:
        OUTLIER, ALARM and COLLECTIVE added up."""
        self.refitted = False
        self.verdict = 0
        self.score = self.probability = 0.0
        if not -_HUGE < x < _HUGE:
            self.invalid += 1
            self.d = 0.0
            return 0
        n = self.n
        mean = self.mean
        variance = self.variance
        block = self.block
        fitted = self.fitted
        q = self.q

        sigma = max(sqrt(variance), 1e-6 * abs(mean), 1e-12)
        z = (x - mean) / sigma if n else 0.0
        tail = self.tail
        if tail == "both":
            d = abs(z)
        elif tail == "upper":
            d = max(0.0, z)
        else:
            d = max(0.0, -z)

        gamma = self.gamma
        limit = max(gamma, q)
        outlier = fitted and d > limit
        verdict = 0
        if fitted and d > gamma:
            self.probability = cdf(d, self.shape, self.scale)

        if outlier:
            verdict = OUTLIER
            times = self.times
            times.push(t)
            if times.full():
                values = times.values
                oldest = values[times.next]
                if (t - oldest) / (len(values) - 1) <= self.mean_gap:
                    verdict += COLLECTIVE

        recent = self.recent * (1 - 1 / (32 * block))
        free = self.quiet >= block
        if fitted and free:
            self.score = d / (limit * (1 + self.fatigue * recent))
        alarm = self.score > 1
        if alarm:
            recent += 1
            verdict += ALARM
        self.recent = recent
        if alarm or (outlier and not free):
            self.quiet = 0
        elif not free:
            self.quiet += 1

        settled = self.settled
        if settled:
            e = min(d, q) if outlier else d
            if e > self.block_max:
                self.block_max = e
            self.in_block += 1
            if self.in_block == block:
                self.maxima.push(max(self.block_max, 1e-6))
                self.block_max = 0.0
                self.in_block = 0
                if self.maxima.full():
                    self._refit()

        step = x - mean
        if settled:
            c = 2 * limit * sigma
            step = max(-c, min(c, step))
        n += 1
        a = 1 / n
        if self.memory:
            a = max(a, 1 / self.memory)
        self.n = n
        self.mean = mean + a * step
        self.variance = (1 - a) * (variance + a * (step * step))
        self.d = d
        self.limit = limit
        self.verdict = verdict
        if self.in_block == 0 and (settled or n >= block):
            self._start_block()
        return verdict

    def _refit(self):
        self.shape, self.scale, self.r2 = fit(self.maxima.listed())
        self.q = quantile(self.shape, self.scale, self.delta)
        self.fitted = True
        self.refitted = True

    def _start_block(self):
        """Between blocks: the block length and memory asked for come into force."""
        if self.quiet >= self.block:
            self.quiet = self.next_block
        self.block = self.next_block
        self.memory = self.next_memory
        if self.n >= self.block:  # the first block only settles the moments
            self.settled = True

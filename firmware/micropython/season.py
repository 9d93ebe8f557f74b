"""Season: what is usual at this phase of a cycle, learned and taken off before the judging."""

from array import array

from line import FLOATS

_CYCLES = 16  # that the profile remembers


def cycle_of(params):
    """What a profile is one of: with another cycle it begins anew."""
    return params["season"], params["period"], params["bins"]


class Season:
    """One number a bin of the cycle, and how often it was there."""

    def __init__(self, params):
        self.cycle = cycle_of(params)
        self.samples = samples = int(params["season"] / params["period"] + 0.5)
        bins = min(params["bins"], samples)
        self.phase = 0
        self.seen = 0  # samples, up to what matters
        self.usual = None
        self.profile = array(FLOATS, [0.0] * bins)
        self.visits = bytearray(bins)

    def skip(self):
        """A sample that is none takes its place in the cycle."""
        self.phase = (self.phase + 1) % self.samples
        if self.seen <= 2 * self.samples:
            self.seen += 1

    def taken_off(self, x, most):
        """`x` without what is usual now. `most`: what a sample may move the profile by."""
        k = self.phase * len(self.visits) // self.samples
        seen = self.seen
        self.skip()
        profile = self.profile
        visits = self.visits[k]
        if visits == 0:
            profile[k] = x
            self.visits[k] = 1
            return x
        if self.usual is None and seen >= self.samples:
            self.usual = self._mean()
        y = step = x - profile[k]
        if visits < _CYCLES:
            visits += 1
            self.visits[k] = visits
        if seen > 2 * self.samples:
            step = max(-most, min(most, step))
        profile[k] += step / visits
        return x if self.usual is None else y + self.usual

    def variance(self):
        """How far the cycle swings: variance of what is usual at its phases."""
        mean = self._mean()
        total = 0.0
        count = 0
        for i in range(len(self.visits)):
            if self.visits[i]:
                away = self.profile[i] - mean
                total += away * away
                count += 1
        return total / count

    def _mean(self):
        total = 0.0
        count = 0
        for i in range(len(self.visits)):
            if self.visits[i]:
                total += self.profile[i]
                count += 1
        return total / count

"""Noise that can be repeated: the same seed gives the same numbers, in 32-bit floats too."""


class Noise:
    """Wichmann and Hill (1982): three small generators, whose products fit a small integer."""

    def __init__(self, seed):
        self._a = seed % 30268 + 1
        self._b = seed // 7 % 30306 + 1
        self._c = seed // 49 % 30322 + 1
        for _ in range(10):
            self.uniform()

    def uniform(self):
        """From 0 up to, not including, 1."""
        self._a = self._a * 171 % 30269
        self._b = self._b * 172 % 30307
        self._c = self._c * 170 % 30323
        return (self._a / 30269 + self._b / 30307 + self._c / 30323) % 1.0

    def normal(self):
        """About normal, standard deviation 1: the sum of 4 uniforms, so never beyond 3.5."""
        uniform = self.uniform
        return (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508

"""A made-up machine worth watching: a rotating one that works harder and less hard in turn.

Channels: vibration (g), two harmonics and noise, louder under load; temp (degC), which follows
the load slowly. Seeded, and the same in 32-bit floats, so a run can be repeated.
"""

from math import pi, sin

NAME = "simulated"
KINDS = ("spike", "burst", "step", "drift", "flat")

_TURN_MS = 770  # one turn of the machine
_DUTY_MS = 40000  # one round of more and less load
_SIGMA_G = 0.3  # of the vibration, about
_BURST = 10  # samples
_DRIFT_MS = 20000
_FLAT_MS = 5000


class Simulated:
    """A sensor (see sensors.py) with `inject` to disturb it."""

    name = NAME

    def __init__(self, seed=1):
        self.channels = [("vibration", "g"), ("temp", "degC")]
        # Wichmann and Hill (1982): three small generators, products fit a small integer.
        self._a = seed % 30268 + 1
        self._b = seed // 7 % 30306 + 1
        self._c = seed // 49 % 30322 + 1
        self._values = [0.0, 0.0]
        self._warmth = 0.0
        self._last = None
        self._spike = False
        self._burst = 0
        self._step = 0.0
        self._drift_from = None
        self._flat_until = None
        for _ in range(10):
            self._uniform()

    def _uniform(self):
        self._a = self._a * 171 % 30269
        self._b = self._b * 172 % 30307
        self._c = self._c * 170 % 30323
        return (self._a / 30269 + self._b / 30307 + self._c / 30323) % 1.0

    def _noise(self):
        """About normal, standard deviation 1: the sum of 4 uniforms, so never beyond 3.5."""
        uniform = self._uniform
        return (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508

    def inject(self, kind):
        """Disturbs the machine from the next reading on. Raises ValueError: unknown kind."""
        if kind == "spike":
            self._spike = True
        elif kind == "burst":
            self._burst = _BURST
        elif kind == "step":  # a second one goes back
            self._step = 0.0 if self._step else 12 * _SIGMA_G
        elif kind == "drift":
            self._drift_from = self._last or 0
        elif kind == "flat":
            self._flat_until = (self._last or 0) + _FLAT_MS
        else:
            raise ValueError(kind)

    def read(self, t_ms):
        """[vibration in g, temperature in degC] at `t_ms`, which must not go backwards."""
        values = self._values
        elapsed = 0 if self._last is None else t_ms - self._last
        self._last = t_ms
        if self._flat_until is not None:
            if t_ms < self._flat_until:
                return values
            self._flat_until = None
        load = 0.5 - 0.5 * _wave(t_ms, _DUTY_MS, pi / 2)
        self._warmth += (load - self._warmth) * min(elapsed / 15000, 1)
        strength = 0.7 + 0.3 * load
        vibration = 0.36 * _wave(t_ms, _TURN_MS, 0) + 0.17 * _wave(t_ms * 3, _TURN_MS, 1)
        vibration = strength * vibration + 0.08 * self._noise() + self._step
        temp = 41 + 3 * self._warmth + 0.08 * self._noise()
        if self._drift_from is not None:
            part = (t_ms - self._drift_from) / _DRIFT_MS
            if part < 1:
                vibration += 2 * part
                temp += 4 * part
            else:
                self._drift_from = None
        if self._spike:
            self._spike = False
            vibration += 16 * _SIGMA_G * (1 if self._uniform() < 0.5 else -1)
        if self._burst:
            self._burst -= 1
            vibration += (14 + 4 * self._uniform()) * _SIGMA_G * (1 if self._burst % 2 else -1)
        values[0] = round(vibration * 10000) / 10000
        values[1] = round(temp * 1000) / 1000
        return values


def _wave(t_ms, period_ms, phase):
    """A sine that stays exact in 32-bit floats after days."""
    return sin(2 * pi * (t_ms % period_ms) / period_ms + phase)

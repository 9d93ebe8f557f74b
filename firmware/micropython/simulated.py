"""A made-up machine worth watching: a rotating one that works harder and less hard in turn.

Channels: vibration (g), two harmonics and noise, louder under load; temp (degC), which follows
the load slowly. Seeded, and the same in 32-bit floats, so a run can be repeated.

How large a disturbance is, how fast the machine turns and how much noise there is were chosen so
that each disturbance can be told apart: see test/firmware/disturbances.test.ts. What is regular
has few false alarms, and a turn that is short beside a block leaves the block's level alone.
"""

from math import pi, sin

from noise import Noise

NAME = "simulated"
KINDS = ("spike", "burst", "step", "drift", "flat")

_TURN_MS = 350  # one turn of the machine
_DUTY_MS = 40000  # one round of more and less load
_SPIKE_G = 6
_STEP_G = 5
_BURST_G = 6
_BURST = 10  # samples
_DRIFT_MS = 20000
_FLAT_MS = 8000


class Simulated:
    """A sensor (see sensors.py) with `inject` to disturb it."""

    name = NAME
    parameters = {}  # beside the defaults

    def __init__(self, seed=1):
        self.channels = [("vibration", "g"), ("temp", "degC")]
        self._noise = Noise(seed)
        self._values = [0.0, 0.0]
        self._warmth = 0.0
        self._last = None
        self._spike = False
        self._burst = 0
        self._step = 0.0
        self._drift_from = None
        self._flat_until = None

    def inject(self, kind):
        """Disturbs the machine from the next reading on. Raises ValueError: unknown kind."""
        if kind == "spike":
            self._spike = True
        elif kind == "burst":
            self._burst = _BURST
        elif kind == "step":  # a second one goes back
            self._step = 0.0 if self._step else _STEP_G
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
        load = 0.5 - 0.5 * wave(t_ms, _DUTY_MS, pi / 2)
        self._warmth += (load - self._warmth) * min(elapsed / 15000, 1)
        strength = 0.7 + 0.3 * load
        vibration = 0.36 * wave(t_ms, _TURN_MS, 0) + 0.1 * wave(t_ms * 2, _TURN_MS, 1)
        vibration = strength * vibration + 0.04 * self._noise.normal() + self._step
        temp = 41 + 3 * self._warmth + 0.08 * self._noise.normal()
        if self._drift_from is not None:
            part = (t_ms - self._drift_from) / _DRIFT_MS
            if part < 1:
                vibration += 2 * part
                temp += 4 * part
            else:
                self._drift_from = None
        if self._spike:
            self._spike = False
            vibration += _SPIKE_G * (1 if self._noise.uniform() < 0.5 else -1)
        if self._burst:
            self._burst -= 1
            vibration += (_BURST_G + self._noise.uniform()) * (1 if self._burst % 2 else -1)
        values[0] = round(vibration * 10000) / 10000
        values[1] = round(temp * 1000) / 1000
        return values


def wave(t_ms, period_ms, phase):
    """A sine that stays exact in 32-bit floats after days."""
    return sin(2 * pi * (t_ms % period_ms) / period_ms + phase)

"""A made-up pump on a duty cycle: a stroke every two seconds, over the steady ripple of its motor.

Channels: pressure (bar), and flow (L/min), which follows it a little later. Nothing that can go
wrong here leaves the range of a stroke: what is odd is only that it happens at this phase of the
cycle. So the board knows the cycle (`parameters`), and what is usual in it is taken off first.
"""

from math import cos, pi

from noise import Noise
from simulated import wave

NAME = "pump"
KINDS = ("missed", "weak", "late", "stuck")

_CYCLE_MS = 2000
_RISE_MS = 200
_ON_MS = 800  # from where the stroke begins to where the pressure begins to fall
_FALL_MS = 300
_LAG_MS = 120  # of the flow
_RIPPLE_MS = 350  # one turn of the motor
_STUCK_MS = 8000
_WEAK = 0.5  # of a stroke
_LATE_MS = 1000


class Pump:
    """A sensor (see sensors.py) with `inject` to disturb it. Three of the four happen at the next
    stroke; the valve sticks at once, open or shut as it is."""

    name = NAME
    parameters = {"season": float(_CYCLE_MS), "bins": 100}  # one for each 20 ms of the cycle

    def __init__(self, seed=1):
        self.channels = [("pressure", "bar"), ("flow", "L/min")]
        self._noise = Noise(seed)
        self._values = [0.0, 0.0]
        self._last = None
        self._next = None  # what the next stroke will be; None: as usual
        self._odd = None  # (number of the cycle, kind) of a stroke that is not as usual
        self._stuck_until = None

    def inject(self, kind):
        """Disturbs the pump from now or the next stroke on. Raises ValueError: unknown kind."""
        if kind not in KINDS:
            raise ValueError(kind)
        if kind == "stuck":
            self._stuck_until = (self._last or 0) + _STUCK_MS
            self._held = self._last or 0
        else:
            self._next = kind

    def read(self, t_ms):
        """[pressure in bar, flow in L/min] at `t_ms`, which must not go backwards."""
        self._begin_cycle(t_ms)
        self._last = t_ms
        at_ms = t_ms
        if self._stuck_until is not None:
            if t_ms < self._stuck_until:
                at_ms = self._held
            else:
                self._stuck_until = None
        ripple = wave(t_ms, _RIPPLE_MS, 0)
        noise = self._noise.normal
        values = self._values
        pressure = 1.2 + 2.8 * self._stroke(at_ms) + 0.12 * ripple + 0.012 * noise()
        flow = 0.6 + 5.4 * self._stroke(max(at_ms - _LAG_MS, 0)) + 0.3 * ripple + 0.03 * noise()
        values[0] = round(pressure * 10000) / 10000
        values[1] = round(flow * 1000) / 1000
        return values

    def _begin_cycle(self, t_ms):
        """What was asked for becomes this cycle's, where a new cycle begins."""
        if self._next is None or self._last is None:
            return
        cycle = t_ms // _CYCLE_MS
        if cycle != self._last // _CYCLE_MS:
            self._odd = (cycle, self._next)
            self._next = None

    def _stroke(self, t_ms):
        """How far the valve is open, 0..1."""
        since = t_ms % _CYCLE_MS
        size = 1.0
        odd = self._odd
        if odd is not None and odd[0] == t_ms // _CYCLE_MS:
            if odd[1] == "missed":
                return 0.0
            if odd[1] == "weak":
                size = _WEAK
            else:
                since -= _LATE_MS
        return size * _pulse(since)


def _pulse(since_ms):
    """One stroke: it rises and falls in half a wave."""
    if since_ms < 0 or since_ms >= _ON_MS + _FALL_MS:
        return 0.0
    if since_ms < _RISE_MS:
        return 0.5 - 0.5 * cos(pi * since_ms / _RISE_MS)
    if since_ms < _ON_MS:
        return 1.0
    return 0.5 + 0.5 * cos(pi * (since_ms - _ON_MS) / _FALL_MS)

"""When the next sample is due. Times in ms."""


class Schedule:
    """Keeps to a fixed grid; a board that fell behind leaves samples out."""

    def __init__(self):
        self.skipped = 0  # samples left out since boot, because the board was late
        self._last = None  # time of the newest sample; None: the next one is due now
        self._wait = 0.0  # from there to the next one

    def begin_now(self):
        """The next sample is due at once."""
        self._last = None

    def set_wait(self, period):
        """The next sample is due this long after the last one."""
        self._wait = period

    def due(self, t_ms):
        """Until the next sample (int); 0 or less is now."""
        if self._last is None:
            return 0
        return int(self._last - t_ms + self._wait + 0.999)

    def take(self, t_ms, period):
        """A sample is taken."""
        late = 0.0 if self._last is None else t_ms - self._last - self._wait
        whole = int(late / period)
        self.skipped += whole
        # A sample that is early by what `due` rounds keeps its place on the grid.
        self._wait = period - (late - whole * period)
        self._last = t_ms

"""The detectors of a board's channels, each with the board's parameters or its own."""

from detector import Detector
from overrides import JUDGE, change, own_changes


class Channels:
    """of: a detector, or None for a channel that is not judged, for each channel."""

    def __init__(self, params, overrides, count):
        self._params = params
        self._overrides = overrides
        self.of = [None] * count
        self.configure()

    def configure(self):
        """To be called after any change of the parameters or the overrides."""
        for i in range(len(self.of)):
            self._configure(i)

    def override(self, i, pairs):
        """Applies "name=value" pairs to channel i; a name with nothing takes its override away.
        All of them or, raising Refused, none."""
        found = own_changes(pairs)
        own = self._overrides.setdefault(i, {})
        change(own, found)
        if not own:
            del self._overrides[i]
        self._configure(i)

    def _configure(self, i):
        params = self._params
        own = self._overrides.get(i)
        if own:
            params = params.copy()
            params.update(own)
        if not params.get(JUDGE, 1):
            self.of[i] = None
        elif self.of[i] is None:
            self.of[i] = Detector(params)
        else:
            self.of[i].configure(params)

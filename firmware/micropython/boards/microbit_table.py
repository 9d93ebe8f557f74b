"""table.py for a BBC micro:bit v1: the level alone, and rings as long as there is heap for."""

_NAMES = "gamma delta maxima outliers meanGap period block memory fatigue tail least"
NAMES = _NAMES.split()
DEFAULTS = (4.0, 0.94, 5, 5, 0.0, 100.0, 32, 256, 0.05, "both", 0.0)
LOWEST = (0, 1e-6, 3, 2, 0, 1, 2, 8, 0, ("both", "upper", "lower"), 0)
HIGHEST = (20, 0.999999, 16, 16, 3600000, 3600000, 4096, 1000000, 1, None, 1e18)

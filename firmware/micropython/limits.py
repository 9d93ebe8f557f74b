"""How far each parameter may go on a board with memory for all of them, in the order of NAMES."""

HIGHEST = (20, 0.999999, 64, 64, 3600000, 3600000, 4096, 1000000, 1)
HIGHEST += (None, 1e18, 20, 20, 2592000000, 512)

"""The board without hardware: driven from JavaScript, which has the clock and the wire.

One crossing of the language border per call: bytes come in as hex digits (safe for every byte
value), what the board sends goes out as the returned text.
"""

import parameters
import storage
from application import Board
from simulated import Simulated

_out = []
_board = None
_sensor = None


def boot(path, seed, period, board, ident):
    """Starts the board with the parameters kept at `path`. Returns what it sends."""
    global _board, _sensor
    params = parameters.defaults()
    params["period"] = float(period)
    saved, overrides, words = storage.load(path)
    if saved:
        params.update(saved)
    _sensor = Simulated(seed)
    _board = Board(
        params,
        _sensor.channels,
        _out.append,
        [("board", board), ("id", ident), ("sensor", _sensor.name)],
        lambda values, own: storage.save(path, values, own),
        saved is not None,
        overrides,
    )
    _board.boot()
    if words:
        _board.log(words)
    return _taken()


def feed(digits):
    """Bytes from the host, as hex digits. Returns what the board sends."""
    _board.feed(bytes.fromhex(digits))
    return _taken()


def turn(high, low):
    """One sample if it is due at (high * 2**20 + low) ms.

    Returns the ms until the next one is due, a newline, and what the board sends.
    """
    t_ms = (high << 20) + low
    if _board.due(t_ms) <= 0:
        _board.sample(t_ms, _sensor.read(t_ms))
    return "%d\n%s" % (_board.due(t_ms), _taken())


def inject(kind):
    """Disturbs the machine: a kind of simulated.KINDS."""
    _sensor.inject(kind)


def _taken():
    text = "".join(_out)
    del _out[:]
    return text

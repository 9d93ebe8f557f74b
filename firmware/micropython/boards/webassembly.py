"""The board without hardware: driven from JavaScript, which has the clock and the wire.

One crossing of the language border per call: bytes come in as hex digits (safe for every byte
value), what the board sends goes out as the returned text.
"""

import parameters
import storage
from application import Board
from naming import Naming
from pump import Pump
from simulated import Simulated

_CATCH_UP_MS = 1000
_MACHINES = {"machine": Simulated, "pump": Pump}

_out = []
_board = None
_sensor = None


def boot(path, machine, seed, period, board, ident):
    """Starts the board on a machine, with the parameters kept at `path`. Returns what it sends."""
    global _board, _sensor
    _sensor = _MACHINES[machine](seed)
    params = parameters.defaults()
    params.update(_sensor.parameters)
    params["period"] = float(period)
    saved, overrides, words = storage.load(path)
    naming = Naming(path.rsplit("/", 1)[0] + "/model.csv", _sensor.channels)
    if saved:
        params.update(saved)
    _board = Board(
        params,
        _sensor.channels,
        _out.append,
        [("board", board), ("id", ident), ("sensor", _sensor.name)],
        lambda values, own: storage.save(path, values, own),
        saved is not None,
        overrides,
        naming,
    )
    _board.boot()
    for line in (words, naming.words):
        if line:
            _board.log(line)
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
        # A made-up machine can be read at the very time, and when the host was busy afterwards: so
        # what is seen hangs on the seed alone. Only a host that slept has samples left out.
        earlier_ms = t_ms - _CATCH_UP_MS
        wait_ms = _board.due(earlier_ms)
        taken_ms = earlier_ms + wait_ms if wait_ms > 0 else t_ms
        _board.sample(taken_ms, _sensor.read(taken_ms))
    return "%d\n%s" % (_board.due(t_ms), _taken())


def inject(kind):
    """Disturbs the machine: one of its KINDS. Raises ValueError: unknown kind."""
    _sensor.inject(kind)


def _taken():
    text = "".join(_out)
    del _out[:]
    return text

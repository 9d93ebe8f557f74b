"""Turns the crank on hardware: the clock, the sensor, the serial line, the flash.

Ctrl-C stops it at any time and leaves the prompt.
"""

import os
import select
import sys
import time

import parameters
import sensors
import storage
from application import Board
from naming import Naming

_PATH = "parameters.txt"
_MODEL_PATH = "model.csv"
_SPARE_MS = 30  # enough for a line that can wait
_CHUNK = 256  # bytes taken from the line in one go, so that a flood cannot starve sampling


def _machine():
    return os.uname().machine if hasattr(os, "uname") else sys.platform


def _unique_id():
    try:
        from machine import unique_id
    except ImportError:
        return ""
    return "".join(["%02x" % byte for byte in unique_id()])


def _received(poller, stdin):
    """The bytes that are waiting."""
    chunk = b""
    while len(chunk) < _CHUNK and poller.poll(0):
        byte = stdin.read(1)
        if not byte:
            break
        chunk += byte
    return chunk


def run():
    """Samples and answers until Ctrl-C."""
    machine = _machine()
    sensor, reason = sensors.open_sensor(machine)
    params = parameters.defaults()
    saved, overrides, words = storage.load(_PATH)
    naming = Naming(_MODEL_PATH, sensor.channels)
    if saved:
        params.update(saved)
    stdin = getattr(sys.stdin, "buffer", sys.stdin)
    poller = select.poll()
    poller.register(sys.stdin, select.POLLIN)
    board = Board(
        params,
        sensor.channels,
        sys.stdout.write,
        [("board", machine), ("id", _unique_id()), ("sensor", sensor.name)],
        lambda values, own: storage.save(_PATH, values, own),
        saved is not None,
        overrides,
        naming,
    )
    board.boot()
    for line in (words, naming.words, reason):
        if line:
            board.log(line)

    failing = False
    missing = [float("nan")] * len(sensor.channels)
    ticks = time.ticks_ms()
    t_ms = 0  # never wraps, as the ticks do
    while True:
        now = time.ticks_ms()
        t_ms += time.ticks_diff(now, ticks)
        ticks = now
        if board.due(t_ms) <= 0:
            values = missing
            try:
                values = sensor.read(t_ms)
                failing = False
            except Exception as error:  # noqa: BLE001 - no sensor may stop the sampling
                if not failing:
                    words = "the sensor gives no value: %s %s"
                    board.log(words % (type(error).__name__, error))
                failing = True
            board.sample(t_ms, values)
        elif board.due(t_ms) > _SPARE_MS:
            board.spare()
        if poller.poll(max(0, min(board.due(t_ms), 1000))):
            board.feed(_received(poller, stdin))


if __name__ == "__main__":
    run()

"""Turns the crank on a BBC micro:bit v1: 16 KB of RAM, MicroPython 1.9.2, one flat directory.

Takes the place of main.py, sensors.py and storage.py, for which there is no room. Ctrl-C stops it
at any time and leaves the prompt.
"""

import gc

from application import Board
from line import encode
from machine import unique_id
from microbit import running_time, uart
from microbit_accelerometer import CHANNELS, NAME, read
from parameters import Refused, changes, defaults, listed

# Nothing can be renamed there, so the parameters are written twice, one after the other: a power
# cut spoils one of the two at most.
_PATHS = ("parameters.new", "parameters.txt")


def save(params):
    for path in _PATHS:
        with open(path, "w") as file:
            file.write(encode("tidemark" + listed(params)))


def open_board():
    """The board with its saved parameters."""
    params = defaults()
    saved = False
    for path in _PATHS:
        try:
            with open(path) as file:
                text = file.read()
            body = text[: text.rfind("*")]
            if encode(body) == text and not saved:
                params.update(changes(body.split(",")[1:]))
                saved = True
        except (OSError, Refused):  # none, or of another version
            continue
    ident = ""
    for byte in unique_id():
        ident += "%02x" % byte
    identity = (("board", "micro:bit"), ("id", ident), ("sensor", NAME))
    return Board(params, CHANNELS, uart.write, identity, save, saved)


def run():
    global open_board
    board = open_board()
    del open_board  # its code makes room
    gc.collect()
    board.boot()
    board.log("%d bytes free" % gc.mem_free())
    ticks = running_time()
    t_ms = 0  # never wraps, as the ticks do
    while True:
        now = running_time()
        t_ms += (now - ticks) & 0x3FFFFFFF
        ticks = now
        if board.due(t_ms) <= 0:
            board.sample(t_ms, read())
        chunk = uart.read()
        if chunk:
            board.feed(chunk)

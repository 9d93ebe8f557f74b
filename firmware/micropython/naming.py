"""The forest on a board: its file, how it comes over the line, and the events that it names.

A model comes in pieces. They are written to a file beside the one in use, which takes its place
only when all of it is there and sound: a cut at any moment leaves the old model or the new one.
"""

import gc
import os
from binascii import a2b_base64

import features
import storage
from forest import Forest, Unsound
from level import ALARM
from parameters import Refused

_BESIDE = ".new"
_NODE_BYTES = 7
_RESERVE = 8192  # bytes of the heap that stay free


class Naming:
    """path: where the model is kept; channels: list of (name, unit).

    events: one a channel, or None where there is no model. words: why the model kept is not used,
    "" where it is.
    """

    def __init__(self, path, channels):
        self._path = path
        self._channels = tuple([_field(name) for name, _ in channels])
        self._due = 0  # number of the piece that is waited for; 0: none
        self._of = 0
        self._seqs = [0] * len(channels)
        self.forest = None
        self.words = ""
        self._load()
        self.begin()

    def hash(self):
        """Of the model in use; "none" without one."""
        return self.forest.hash if self.forest else "none"

    def begin(self):
        """Forgets what events are going on."""
        self.events = None
        if self.forest:
            has_spectrum = max(self.forest.features) >= features.PLAIN
            count = len(self._channels)
            self.events = [features.Event(i, has_spectrum) for i in range(count)]

    def sample(self, i, seq, detector, verdict, value, t_ms):
        """Takes a sample of channel i that has a verdict or comes in an event. Returns what the
        line says of an event that is over with it, else ""."""
        event = self.events[i]
        if not event.is_open:
            if not verdict & ALARM:
                return ""
            self._seqs[i] = seq
        if not event.sample(detector, verdict, value, t_ms):
            return ""
        its, share = self.forest.name(event.features())
        name = "?" if its is None else self.forest.classes[its]
        return "n,%d,%d,%s,%.3g" % (self._seqs[i], i, name, share)

    def command(self, fields):
        """Takes a piece of a model: [number from 1, how many, base64]; "0", "0", "" removes the
        one on board. Returns whether there is another model now, or none. Raises Refused."""
        if len(fields) != 3 or not (fields[0].isdigit() and fields[1].isdigit()):
            raise Refused("parse", "model", "piece")
        piece = int(fields[0])
        of = int(fields[1])
        try:
            if of == 0:
                return self._remove()
            return self._piece(piece, of, fields[2])
        except Unsound as error:
            raise Refused("range", "model", error.args[0])
        except MemoryError:
            raise Refused("io", "model", "there is no memory for the model")
        except OSError as error:
            self._due = 0
            raise Refused("io", "model", "the model was not kept: %s" % error)

    def _piece(self, piece, of, text):
        try:
            data = a2b_base64(bytes(text, "utf-8"))
        except (ValueError, IndexError):
            raise Refused("type", "model", "base64")
        if piece == 1:
            self._due = 1
            self._of = of
        if piece != self._due or of != self._of:
            raise Refused("range", "model", "piece %d is waited for" % max(1, self._due))
        with open(self._path + _BESIDE, "wb" if piece == 1 else "ab") as file:
            file.write(data)
        self._due += 1
        if piece < of:
            return False
        self._due = 0
        self._switch()
        return True

    def _switch(self):
        storage.sync()
        beside = self._path + _BESIDE
        old = self.forest
        self.forest = self.events = None
        had = old is not None
        del old
        gc.collect()
        try:
            self.forest = self._read(beside, _fits)
            storage.replace(beside, self._path)
            storage.sync()
        except (Unsound, MemoryError, OSError):
            self.forest = None
            gc.collect()
            if had:
                self.forest = self._read(self._path)
            raise
        finally:
            self.begin()

    def _remove(self):
        self._due = 0
        for path in (self._path + _BESIDE, self._path):
            if storage.has_content(path):
                os.remove(path)
        storage.sync()
        self.forest = None
        self.begin()
        return True

    def _load(self):
        """The model in use; where a switch was cut off between its two steps, the new one."""
        for path in (self._path, self._path + _BESIDE):
            if not storage.has_content(path):
                continue
            try:
                self.forest = self._read(path, _fits)
                if path != self._path:
                    storage.replace(path, self._path)
                self.words = ""
                return
            except (Unsound, MemoryError, OSError) as error:
                if path == self._path:
                    self.words = "the model on board is not used: %s" % error

    def _read(self, path, fits=None):
        forest = Forest(path, features.VERSION, features.LISTED.split(), fits)
        if forest.channels != self._channels:
            raise Unsound("the model is for other channels: " + " ".join(forest.channels)[:40])
        return forest


def _fits(nodes):
    if not hasattr(gc, "mem_free"):  # not MicroPython
        return
    gc.collect()
    most = max(0, gc.mem_free() - _RESERVE) // (2 * _NODE_BYTES)  # arrays are copied as they grow
    if nodes > most:
        raise Unsound("the forest has %d nodes and %d fit" % (nodes, most))


def _field(name):
    """A name as src/naming/writeModel.ts writes it."""
    out = ""
    for byte in bytes(name, "utf-8"):
        letter = chr(byte)
        plain = "0" <= letter <= "9" or "a" <= letter.lower() <= "z" or letter in "-_.~"
        out += letter if plain else "%%%02X" % byte
    return out

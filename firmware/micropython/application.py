"""The board: samples in, verdicts out, commands answered.

It never reads a clock, a pin or a stream: `sample` and `feed` bring everything in and
`write_line` takes every line out, so the same board runs on hardware, in a browser and in tests.
"""

from detector import Detector
from line import SINGLE, Splitter, checksum, clean, encode, number
from parameters import TABLE, Refused, changes

VERSION = "0.1.0"

_SEQ_MASK = (1 << 30) - 1
_KINDS = ("", "o", "a", "oa", "c", "oc", "ac", "oac")
_REMEMBERED = 4  # commands whose answer is kept for a host that asks again
_ID_LIMIT = 16
_OWN_LINES = b"hpsefrl"  # what a terminal's echo may send back
_IDLE_MS = 1000


class Board:
    """A board with one detector per channel.

    params: dict as of parameters.defaults(), changed in place by `set`.
    channels: list of (name, unit).
    write_line: takes one encoded line (str, ASCII, newline included).
    identity: list of (name, value) for the hello line: board, id, sensor and the like.
    store: called with params to keep them; raises OSError when it cannot. None: no memory.
    saved: whether params came from memory.
    """

    def __init__(self, params, channels, write_line, identity=(), store=None, saved=False):
        self.params = params
        self.channels = channels
        self.started = True
        self.saved = saved
        self._write = write_line
        self._identity = identity
        self._store = store
        self._lines = Splitter(self._on_line)
        self._seq = 0
        self._last = None  # time of the newest sample
        self._next = None  # time of the next one; None is now
        self._fraction = 0.0  # of a millisecond, owed to the schedule
        self._answered = []
        self._forget()

    def boot(self):
        """Says who this is. Call once, before the first sample."""
        self._hello()
        self._parameters()

    def log(self, words):
        """A line for people."""
        self._send("l," + clean(words, 200))

    def due(self, t_ms):
        """Milliseconds until the next sample should be taken; 0 or less is now."""
        if not self.started:
            return _IDLE_MS
        return 0 if self._next is None else self._next - t_ms

    def sample(self, t_ms, values):
        """Sends and judges one sample: a value per channel, taken at t_ms (int)."""
        if not self.started:
            return
        self._schedule(t_ms)
        seq = self._seq
        text = "s,%d,%d" % (seq, t_ms)
        for value in values:
            text += "," + number(value)
        self._send(text)
        for i in range(len(self._detectors)):
            detector = self._detectors[i]
            verdict = detector.step(values[i], t_ms)
            if verdict:
                probability = number(detector.probability)
                self._send("e,%d,%d,%d,%s,%s" % (seq, t_ms, i, _KINDS[verdict], probability))
            if detector.refitted:
                self._fit(i, seq)
        self._seq = (seq + 1) & _SEQ_MASK

    def feed(self, chunk):
        """Takes bytes from the host and answers every complete line."""
        self._lines.feed(chunk)

    def _schedule(self, t_ms):
        """Keeps to a fixed grid; a board that fell behind leaves samples out."""
        period = self.params["period"]
        start = t_ms if self._next is None else self._next
        steps = int((t_ms - start) / period) + 1
        ahead = steps * period + self._fraction
        self._next = start + int(ahead)
        self._fraction = ahead - int(ahead)
        self._last = t_ms

    def _forget(self):
        self._detectors = [Detector(self.params) for _ in self.channels]

    def _send(self, body):
        self._write(encode(body))

    def _hello(self):
        names = ";".join([clean(c[0], 16) + ":" + clean(c[1], 8) for c in self.channels])
        text = "h,protocol=1,firmware=tidemark,version=" + VERSION
        for name, value in self._identity:
            text += ",%s=%s" % (name, clean(value))
        text += ",channels=%s,float=%d,saved=%d" % (names, 32 if SINGLE else 64, self.saved)
        self._send(text)

    def _parameters(self):
        text = "p"
        for row in TABLE:
            value = self.params[row[0]]
            text += ",%s=%s" % (row[0], value if isinstance(value, str) else number(value))
        self._send(text)

    def _fit(self, i, seq):
        d = self._detectors[i]
        text = "f,%d,%d" % (seq, i)
        for value in (d.shape, d.scale, d.r2, d.mean, d.sigma()):
            text += "," + number(value)
        self._send(text)

    def _on_line(self, raw):
        if raw is None:
            self._refuse("", "toolong", "", "a line holds at most 512 bytes")
            return
        raw = raw.strip()
        if not raw or (raw[:1] in _OWN_LINES and raw[1:2] == b","):
            return
        ident = ""
        try:
            op, ident, rest, mark = _command(raw)
            self._answer(op, ident, rest, mark)
        except Refused as error:
            code, param, words = error.args[:3]
            self._refuse(error.args[3] if len(error.args) > 3 else ident, code, param, words)
        except Exception as error:  # noqa: BLE001 - no command may stop the sampling
            self._refuse(ident, "io", "", "%s %s" % (type(error).__name__, error))

    def _answer(self, op, ident, rest, mark):
        if op not in ("hello", "get", "set", "save", "restart", "start", "stop", "ping"):
            raise Refused("op", "", "there is no command " + clean(op, 16))
        if rest and op != "set":
            raise Refused("parse", "", op + " takes no values")
        if op == "hello":
            self._hello()
        if op in ("hello", "get"):
            self._parameters()
        if op in ("hello", "get", "ping"):
            self._send("r,%s,ok" % ident)
            return
        known = None
        for entry in self._answered:
            if ident and entry[0] == ident and entry[1] == mark:
                known = entry[2]
        if known is None:
            known = self._act(op, ident, rest)
            self._answered.append((ident, mark, known))
            del self._answered[:-_REMEMBERED]
        elif op == "set" and known.endswith(",ok"):
            self._parameters()
        self._send(known)

    def _act(self, op, ident, rest):
        """Does what changes the board. Returns the reply, which is kept for a repeated id."""
        try:
            if op == "set":
                self._set(changes(rest))
            elif op == "save":
                self._save()
            elif op == "restart":
                self._forget()
                self.log("restarted")
            else:
                self.started = op == "start"
                self._next = None
        except Refused as error:
            return _refusal(ident, *error.args)
        return "r,%s,ok" % ident

    def _set(self, found):
        self.params.update(found)
        self._parameters()
        if "period" in found and self._next is not None:
            period = found["period"]
            self._next = self._last + int(period)
            self._fraction = period - int(period)
        for i in range(len(self._detectors)):
            detector = self._detectors[i]
            detector.configure(self.params)
            if detector.refitted:
                self._fit(i, (self._seq - 1) & _SEQ_MASK)

    def _save(self):
        if self._store is None:
            raise Refused("io", "", "this board has nowhere to save")
        try:
            self._store(self.params)
        except OSError as error:
            raise Refused("io", "", "not saved: %s" % error)
        self.saved = True

    def _refuse(self, ident, code, param, words):
        self._send(_refusal(ident, code, param, words))


def _refusal(ident, code, param, words):
    return "r,%s,error,%s,%s,%s" % (ident, code, clean(param, 16), clean(words))


def _command(raw):
    """(op, id, list of values, mark of the text) of a line's bytes.

    Raises Refused with the id, as far as it was read, as its fourth argument.
    """
    for byte in raw:
        if byte < 32 and byte != 9 or byte > 126:
            raise Refused("parse", "", "only plain letters are understood")
    body = raw
    star = raw.rfind(b"*")
    if star >= 0:
        body = raw[:star]
    text = body.decode()
    fields = [field.strip() for field in text.split(",")] if "," in text else text.split()
    op = fields[0] if fields else ""
    rest = fields[1:]
    ident = ""
    if rest and "=" not in rest[0]:
        ident = rest.pop(0)
    if len(ident) > _ID_LIMIT or "*" in ident:
        raise Refused("parse", "", "an id has at most %d letters and no star" % _ID_LIMIT)
    if star >= 0 and not _same_sum(raw[star + 1 :], checksum(body)):
        raise Refused("sum", "", "the checksum is wrong", ident)
    return op, ident, rest, (len(body), hash(text), checksum(body))


def _same_sum(digits, total):
    return digits.decode().upper() == "%02X" % total

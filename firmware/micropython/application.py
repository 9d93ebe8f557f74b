"""The board: samples in, verdicts out, commands answered.

It never reads a clock, a pin or a stream: `sample` and `feed` bring everything in and
`write_line` takes every line out, so the same board runs on hardware, in a browser and in tests.
"""

from detector import Detector
from level import ALARM, COLLECTIVE, OUTLIER, keep
from line import HELLO, SINGLE, checksum, clean, encode, number
from parameters import Refused, changes, listed

try:
    from words import explained
except ImportError:  # left out
    explained = None

_SEQ_MASK = (1 << 30) - 1
_REMEMBERED = 4  # commands whose answer is kept for a host that asks again
_ID_LIMIT = 16
_LINE_LIMIT = 512  # bytes, the end of the line not counted
_OWN_LINES = b"hpsefrl"  # what a terminal's echo may send back
_IDLE_MS = 1000


class Board:
    """A board with one detector per channel.

    params: dict as of parameters.defaults(), changed in place by `set`.
    channels: list of (name, unit).
    write_line: takes one encoded line (str, ASCII, newline included).
    identity: (name, value) for the hello line: board, id, sensor and the like.
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
        self._tail = b""  # what came of a line that is not complete
        self._dropping = False  # a line that was too long, up to its end
        self._seq = 0
        self._last = None  # time of the newest sample; None: the next one is due now
        self._wait = 0.0  # ms from there to the next one
        self._id = ""  # of the command being answered
        self._answered = []  # (id and mark of a command, its reply)
        self._forget()

    def boot(self):
        """Says who this is. Call once, before the first sample."""
        text = HELLO
        for name, value in self._identity:
            text += ",%s=%s" % (name, clean(value))
        mark = ",channels="
        for name, unit in self.channels:
            text += mark + clean(name, 16) + ":" + clean(unit, 8)
            mark = ";"
        self._send("%s,float=%d,saved=%d" % (text, 32 if SINGLE else 64, self.saved))
        self._parameters()

    def log(self, words):
        """A line for people."""
        self._send("l," + clean(words, 200))

    def due(self, t_ms):
        """Milliseconds until the next sample should be taken; 0 or less is now."""
        if not self.started:
            return _IDLE_MS
        if self._last is None:
            return 0
        return int(self._last - t_ms + self._wait + 0.999)

    def sample(self, t_ms, values):
        """Sends and judges one sample: a value per channel, taken at t_ms (int)."""
        if not self.started:
            return
        self._schedule(t_ms)
        seq = self._seq
        self._numbers("s,%d,%d" % (seq, t_ms), values)
        for i in range(len(values)):
            detector = self._detectors[i]
            verdict = detector.step(values[i], t_ms)
            if verdict:
                kind = "o" if verdict & OUTLIER else ""
                if verdict & ALARM:
                    kind += "a"
                if verdict & COLLECTIVE:
                    kind += "c"
                self._numbers("e,%d,%d,%d,%s" % (seq, t_ms, i, kind), (detector.probability,))
            self._fit(i, seq)
        self._seq = (seq + 1) & _SEQ_MASK

    def feed(self, chunk):
        """Takes bytes from the host and answers every complete line."""
        lines = (self._tail + chunk).split(b"\n")
        self._tail = lines.pop()
        for line in lines:
            if not self._dropping:
                line = line.strip()
                self._on_line(line if len(line) <= _LINE_LIMIT else None)
            self._dropping = False
        if len(self._tail) > _LINE_LIMIT + 1:  # 1: a carriage return may end it
            self._tail = b""
            if not self._dropping:
                self._dropping = True
                self._on_line(None)

    def _schedule(self, t_ms):
        """Keeps to a fixed grid; a board that fell behind leaves samples out."""
        period = self.params["period"]
        late = 0.0 if self._last is None else t_ms - self._last - self._wait
        self._wait = period - late % period
        self._last = t_ms

    def _forget(self):
        self._detectors = [Detector(self.params) for _ in self.channels]

    def _send(self, body):
        self._write(encode(body))

    def _numbers(self, text, values):
        for value in values:
            text += "," + number(value)
        self._send(text)

    def _parameters(self):
        self._send("p" + listed(self.params))

    def _fit(self, i, seq):
        """Sends the fit of channel i if it is new."""
        d = self._detectors[i]
        if d.refitted:
            self._numbers("f,%d,%d" % (seq, i), (d.shape, d.scale, d.r2, d.next_mean, d.sigma_now()))

    def _on_line(self, raw):
        """Answers a line without the blanks around it; None is one that was too long."""
        if raw is not None and (not raw or (raw[:1] in _OWN_LINES and raw[1:2] == b",")):
            return
        self._id = ""
        try:
            reply = self._answer(raw)
        except Refused as error:
            reply = _refusal(*error.args)
        except Exception as error:  # noqa: BLE001 - no command may stop the sampling
            reply = _refusal("io", "", repr(error))
        self._send("r,%s,%s" % (self._id, reply))

    def _answer(self, raw):
        """Does what a line's bytes ask for. Returns the reply; raises Refused."""
        if raw is None:
            raise Refused("toolong", "", "")
        for byte in raw:
            if byte < 32 and byte != 9 or byte > 126:
                raise Refused("parse", "", "letters")
        star = raw.rfind(b"*")
        body = raw if star < 0 else raw[:star]
        text = str(body, "utf-8")
        total = checksum(body)
        fields = text.split(",") if "," in text else text.split() or [""]
        op = fields.pop(0).strip()
        if fields and "=" not in fields[0]:
            ident = fields.pop(0).strip()
            if len(ident) > _ID_LIMIT or "*" in ident:
                raise Refused("parse", "", "id")
            self._id = ident
        if star >= 0 and str(raw[star + 1 :], "utf-8").upper() != "%02X" % total:
            raise Refused("sum", "", "")
        if fields and op != "set":
            raise Refused("parse", "", "values")
        if op == "hello":
            self.boot()
        elif op == "get":
            self._parameters()
        elif op in ("set", "save", "restart", "start", "stop"):
            return self._once(op, fields, (self._id, len(text), hash(text), total))
        elif op != "ping":
            raise Refused("op", "", op)
        return "ok"

    def _once(self, op, fields, mark):
        """Does what changes the board, but not again for a host that asks again."""
        for entry in self._answered:
            if self._id and entry[0] == mark:
                if op == "set" and entry[1] == "ok":
                    self._parameters()
                return entry[1]
        try:
            reply = "ok"
            self._act(op, fields)
        except Refused as error:
            reply = _refusal(*error.args)
        keep(self._answered, (mark, reply), _REMEMBERED)
        return reply

    def _act(self, op, fields):
        if op == "set":
            self._set(changes(fields))
        elif op == "save":
            if self._store is None:
                raise Refused("io", "", "this board has nowhere to save")
            try:
                self._store(self.params)
            except OSError as error:
                raise Refused("io", "", "not saved: %s" % error)
            self.saved = True
        elif op == "restart":
            self._forget()
            self.log("restarted")
        else:
            self.started = op == "start"
            self._last = None

    def _set(self, found):
        self.params.update(found)
        self._parameters()
        if "period" in found:
            self._wait = found["period"]
        for i in range(len(self._detectors)):
            self._detectors[i].configure(self.params)
            self._fit(i, (self._seq - 1) & _SEQ_MASK)


def _refusal(code, name, case):
    if explained:
        case = explained(code, name, case)
    return "error,%s,%s,%s" % (code, clean(name, 16), clean(case))

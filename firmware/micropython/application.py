"""The board: samples in, verdicts out, commands answered.

It never reads a clock, a pin or a stream: `sample` and `feed` bring everything in and
`write_line` takes every line out, so the same board runs on hardware, in a browser and in tests.
"""

from channels import Channels
from line import EPSILON, HELLO, SINGLE, checksum, clean, encode, number
from overrides import own_listed
from parameters import Refused, changes, listed
from schedule import Schedule
from table import HIGHEST, NAMES
from verdict_lines import fit_line, verdict_lines

try:
    from words import explained
except ImportError:  # left out
    explained = None

_SEQ_MASK = (1 << 30) - 1
_REMEMBERED = 4  # commands whose answer is kept for a host that asks again
_ID_LIMIT = 16
_LINE_LIMIT = 512  # bytes, the end of the line not counted
_OWN_LINES = b"hpsefrlwnm"  # what a terminal's echo may send back
_IDLE_MS = 1000
# Bits of the numbers computed with: where two of 32 mark the type, 30 are left.
_FLOAT_BITS = 64 if not SINGLE else 32 if EPSILON < 2e-7 else 30
_CAN = "drift;rhythm;season"


class Board:
    """A board with one detector per channel that is judged.

    params: dict as of parameters.defaults(), changed in place by `set`.
    channels: list of (name, unit).
    write_line: takes one encoded line (str, ASCII, newline included).
    identity: (name, value) for the hello line: board, id, sensor and the like.
    store: called with params to keep them; raises OSError when it cannot. None: no memory.
    saved: whether params came from memory.
    overrides: a dict from channel number to a dict of what differs there, changed in place; those
    of channels that this board does not have are dropped.
    naming: a naming.Naming; None: it names no events.
    """

    def __init__(
        self,
        params,
        channels,
        write_line,
        identity=(),
        store=None,
        saved=False,
        overrides=None,
        naming=None,
    ):
        self.params = params
        self.overrides = overrides or {}
        self.channels = channels
        for i in list(self.overrides):
            if i >= len(channels):
                del self.overrides[i]
        self.started = True
        self.saved = saved
        self._write = write_line
        self._identity = identity
        self._store = store
        self._naming = naming
        self._tail = b""  # what came of a line that is not complete
        self._dropping = False  # a line that was too long, up to its end
        self._seq = 0
        self._schedule = Schedule()
        self._id = ""  # of the command being answered
        self._answered = []  # (id and mark of a command, its reply)
        self._said_skipped = 0
        self._fits = {}  # by channel: what is told of a fit once there is time to spare
        self._detectors = Channels(self.params, self.overrides, len(channels))

    def boot(self):
        """Says who this is. Call once, before the first sample."""
        text = HELLO
        for name, value in self._identity:
            text += ",%s=%s" % (name, clean(value))
        mark = ",channels="
        for name, unit in self.channels:
            text += mark + clean(name, 16) + ":" + clean(unit, 8)
            mark = ";"
        text += ",float=%d,saved=%d,can=%s" % (_FLOAT_BITS, self.saved, _CAN)
        if self._naming is not None:
            text += ";model,model=" + self._naming.hash()
        most = HIGHEST[NAMES.index("maxima")]
        self._send("%s,most=%d,skipped=%d" % (text, most, self._schedule.skipped))
        self._said_skipped = self._schedule.skipped
        self._parameters()

    def log(self, words):
        """A line for people."""
        self._send("l," + clean(words, 200))

    def due(self, t_ms):
        """Milliseconds until the next sample should be taken; 0 or less is now."""
        if not self.started:
            return _IDLE_MS
        return self._schedule.due(t_ms)

    def sample(self, t_ms, values):
        """Sends and judges one sample: a value per channel, taken at t_ms (int)."""
        if not self.started:
            return
        self._schedule.take(t_ms, self.params["period"])
        seq = self._seq
        self._numbers("s,%d,%d" % (seq, t_ms), values)
        quiet = True
        naming = self._naming
        events = naming and naming.events
        for i in range(len(values)):
            detector = self._detectors.of[i]
            if detector is None:  # not judged
                continue
            verdict = detector.step(values[i], t_ms)
            if verdict:
                quiet = False
                for text in verdict_lines(seq, t_ms, i, detector, verdict):
                    self._send(text)
            if events and (verdict or events[i].is_open):
                text = naming.sample(i, seq, detector, verdict, values[i], t_ms)
                if text:
                    self._send(text)
            if detector.refitted:
                quiet = False
                self._fits[i] = self._fit_told(i, seq)
        self._seq = (seq + 1) & _SEQ_MASK
        if quiet:
            self.spare()

    def spare(self):
        """Sends what can wait: one line. Call it also while nothing else is to be done."""
        if self._fits:
            i = min(self._fits)
            self._send(fit_line(i, *self._fits.pop(i)))
        elif self._schedule.skipped != self._said_skipped:
            self._said_skipped = self._schedule.skipped
            self._send("l,skipped=%d" % self._said_skipped)

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

    def _send(self, body):
        self._write(encode(body))

    def _numbers(self, text, values):
        for value in values:
            text += "," + number(value)
        self._send(text)

    def _parameters(self):
        self._send("p" + listed(self.params))
        for i in sorted(self.overrides):
            self._send("p" + own_listed(i, self.overrides[i]))

    def _fit_told(self, i, seq):
        """What its line says: writing that down takes as long as the fit itself, and can wait."""
        detector = self._detectors.of[i]
        detector.refitted = False
        return seq, detector.fit, detector.next_mean, detector.sigma_now()

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
            if len(ident) > _ID_LIMIT or "*" in ident or "\t" in ident:
                raise Refused("parse", "", "id")
            self._id = ident
        if star >= 0 and str(raw[star + 1 :], "utf-8").upper() != "%02X" % total:
            raise Refused("sum", "", "")
        if fields and op not in ("set", "model"):
            raise Refused("parse", "", "values")
        if op == "hello":
            self.boot()
        elif op == "get":
            self._parameters()
        elif op in ("set", "save", "restart", "start", "stop", "model"):
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
                elif op == "model":
                    self._say_model(fields)
                return entry[1]
        try:
            reply = "ok"
            self._act(op, fields)
        except Refused as error:
            reply = _refusal(*error.args)
        self._answered.append((mark, reply))
        del self._answered[:-_REMEMBERED]
        return reply

    def _act(self, op, fields):
        if op == "set":
            self._set(fields)
        elif op == "save":
            if self._store is None:
                raise Refused("io", "", "this board has nowhere to save")
            try:
                self._store(self.params, self.overrides)
            except OSError as error:
                raise Refused("io", "", "not saved: %s" % error)
            self.saved = True
        elif op == "model":
            if self._naming is None:
                raise Refused("op", "", op)
            if self._naming.command(fields):
                self._say_model(fields)
        elif op == "restart":
            self._fits = {}
            if self._naming is not None:
                self._naming.begin()
            self._detectors = Channels(self.params, self.overrides, len(self.channels))
            self.log("restarted")
        else:
            self.started = op == "start"
            self._schedule.begin_now()

    def _say_model(self, fields):
        """After the last piece: what model is on board."""
        if self._naming is not None and fields[:1] == fields[1:2]:
            self._send("m," + self._naming.hash())

    def _set(self, fields):
        if fields and fields[0].strip().startswith("ch="):
            self._detectors.override(self._channel(fields.pop(0)), fields)
        else:
            found = changes(fields)
            self.params.update(found)
            if "period" in found:
                self._schedule.set_wait(found["period"])
            self._detectors.configure()
        self._parameters()
        for i in range(len(self.channels)):
            detector = self._detectors.of[i]
            if detector is not None and detector.refitted:
                self._send(fit_line(i, *self._fit_told(i, (self._seq - 1) & _SEQ_MASK)))

    def _channel(self, field):
        text = field.strip()[3:]
        if not text.isdigit():
            raise Refused("type", "ch", "channel")
        if int(text) >= len(self.channels):
            raise Refused("range", "ch", "channel")
        return int(text)


def _refusal(code, name, case):
    if explained:
        case = explained(code, name, case)
    return "error,%s,%s,%s" % (code, clean(name, 16), clean(case))

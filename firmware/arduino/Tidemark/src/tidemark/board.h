// The board: samples in, verdicts out, commands answered. It never reads a clock, a pin or a stream:
// `sample` and `feed` bring everything in and LineOut takes every line out.
#ifndef TIDEMARK_BOARD_H
#define TIDEMARK_BOARD_H

#include "answered.h"
#include "command.h"
#include "detector.h"
#include "fit_time.h"
#include "hello_lines.h"
#include "line_in.h"
#include "line_out.h"
#include "naming.h"
#include "saved_settings.h"
#include "schedule.h"
#include "set_pairs.h"
#include "settings.h"
#include "verdict_lines.h"
#include "words.h"

namespace tidemark_core {

const char SKIPPED[] TIDEMARK_FLASH = "l,skipped=";
const char RESTARTED[] TIDEMARK_FLASH = "l,restarted";
const char UNREADABLE[] TIDEMARK_FLASH =
    "l,the saved parameters cannot be read; the defaults are used";
const char MISLED[] TIDEMARK_FLASH = "l,parameters of the sketch were refused";
const char OK[] TIDEMARK_FLASH = "ok";
const char OPS[] TIDEMARK_FLASH = "hello get ping set save restart start stop";
const char MODEL_OP[] TIDEMARK_FLASH = "model";

/// Takes a word of one's own, of up to 16 letters, that came as a command. Whether it is one.
typedef bool (*OnWord)(const char* word);

/// N, M and Bins as in Detector; LineBytes: the longest command that there is room for; Nodes: of
/// the largest forest that can name events, 0 for none.
template <typename Real, uint8_t Channels, uint8_t N, uint8_t M, uint16_t Bins, uint16_t LineBytes,
          uint16_t Nodes = 0>
class Board : private Naming<Real, Channels, Nodes> {  // a base: where it is empty it takes no memory
 public:
  typedef Real Number;

  explicit Board(LineOut out) : out_(out) {
    settings_.setAll(limits().template defaults<Real>());
  }

  /// Parameters to begin with where none were saved: fields of a `set`, without blanks, as
  /// "gamma=3.5,delta=0.9" or, of one channel, "ch=1,gamma=5". Call it before `boot`. Returns
  /// whether they were taken; boot says that some were not.
  bool startWith(const char* fields) {
    Command command;
    command.takeFields({fields, uint16_t(strlen(fields))});
    Settings<Real, Channels> changed = settings_;
    if (takeSet(command, limits(), changed).reason != Refusal::NONE) {
      isMisled_ = true;
      return false;
    }
    settings_ = changed;
    return true;
  }

  /// A model's file, in flash (TIDEMARK_FLASH), to name events by where none was kept. Call it before
  /// `boot`, which says what keeps it from being used. False where no event can be named.
  bool nameBy(const char* model) { return Names::nameBy(model); }

  /// Reads what was saved (memory, models: null where there is nowhere to), takes `period` in ms
  /// where nothing was, and says who this is. Call it once, before the first sample.
  void boot(const Identity& identity, Memory* memory, Real period, ModelMemory* models = nullptr) {
    typedef SavedSettings<Real, Channels> Saved;
    identity_ = identity;
    this->isFor(identity.channels);
    memory_ = memory && Saved::fits(*memory) ? memory : nullptr;
    Parameters<Real> all = settings_.all();
    all.period = period;
    settings_.setAll(all);
    const typename Saved::Found found =
        memory_ ? Saved::load(*memory_, limits(), settings_) : Saved::NOTHING;
    saved_ = found == Saved::READ;
    restart();
    Names::load(models);
    hello();
    if (found == Saved::DAMAGED) {
      out_.flash(UNREADABLE);
      out_.end();
    }
    if (isMisled_) {
      out_.flash(MISLED);
      out_.end();
    }
    Names::complain(out_);
  }

  /// With a clock, before `boot`, hello says how long fits take; the board itself reads none.
  void measureBy(Microseconds clock) { clock_ = clock; }

  /// What is no command of the protocol is offered to this one before it is refused.
  void onWord(OnWord onWord) { onWord_ = onWord; }

  /// Milliseconds until the next sample should be taken; 0 or less is now.
  int32_t due(uint64_t t) const { return started_ ? schedule_.due(t) : IDLE_MS; }

  /// Sends and judges one sample: a value per channel, taken at t ms since boot.
  void sample(uint64_t t, const Real* values) {
    if (!started_) return;
    schedule_.take(t, settings_.all().period);
    out_.letter('s');
    out_.field(seq_);
    out_.timeField(t);
    for (uint8_t c = 0; c < Channels; c++) {
      out_.letter(',');
      out_.number(values[c]);
    }
    out_.end();
    bool quiet = true;
    for (uint8_t c = 0; c < Channels; c++) {
      if (settings_.isOwn(c, place::judge)) continue;
      const Verdict<Real> verdict = detectors_[c].step(values[c], t, settings_.of(c));
      if (verdict.flags) {
        quiet = false;
        writeVerdict(out_, verdict, seq_, t, c);
      }
      Names::sample(out_, seq_, t, c, detectors_[c], verdict, values[c]);
      if (takeFit(c, seq_)) quiet = false;
    }
    seq_ = (seq_ + 1) & SEQ_MASK;
    if (quiet) spare();
  }

  /// Sends what can wait: one line. Call it also while nothing else is to be done.
  void spare() {
    for (uint8_t c = 0; c < Channels; c++) {
      if (pending_[c].waits) return sendFit(c);
    }
    if (schedule_.skipped() == saidSkipped_) return;
    saidSkipped_ = schedule_.skipped();
    out_.flash(SKIPPED);
    out_.whole(saidSkipped_);
    out_.end();
  }

  /// Takes a byte from the host and answers the line that it ends.
  TIDEMARK_CALL void feed(char c) {
    switch (in_.take(c)) {
      case LineIn<LineBytes>::LINE:
        return answer(in_.line());
      case LineIn<LineBytes>::TOO_LONG:
        return reply({"", 0}, Refusal(Refusal::TOO_LONG));
      case LineIn<LineBytes>::GOES_ON:
        return;
    }
  }

 private:
  // With an ending, since PING is a port of some boards.
  enum Op : uint8_t { HELLO_OP, GET_OP, PING_OP, SET_OP, SAVE_OP, RESTART_OP, START_OP, STOP_OP, UNKNOWN_OP };
  typedef Naming<Real, Channels, Nodes> Names;
  static const uint32_t SEQ_MASK = (uint32_t(1) << 30) - 1;
  static const int32_t IDLE_MS = 1000;

  static Limits limits() { return {N, M, Bins}; }

  void hello() {
    saidSkipped_ = schedule_.skipped();
    const uint32_t fits = clock_ ? fitsTake<Real, N>(clock_, Channels, settings_.all().maxima) : 0;
    const HelloFacts facts = {sizeof(Real) * 8, saved_, N, Bins, saidSkipped_, fits};
    writeHello(out_, identity_, facts, static_cast<const Names&>(*this));
    sayParameters();
  }

  void sayParameters() { writeSettings(out_, settings_); }

  /// Whether a channel has a new fit, which then waits for a sample with time to spare.
  bool takeFit(uint8_t c, uint32_t seq) {
    if (!detectors_[c].takeRefitted()) return false;
    pending_[c] = {seq, detectors_[c].mean(), detectors_[c].sigma(), true};
    return true;
  }

  void sendFit(uint8_t c) {
    pending_[c].waits = false;
    writeFit(out_, c, pending_[c], detectors_[c].fit());
  }

  void answer(Piece line) {
    if (line.length == 0 || isOwnLine(line)) return;
    Command command;
    Refusal refusal = command.take(line);
    if (refusal.reason == Refusal::NONE) refusal = act(command);
    reply(command.id, refusal);
  }

  void reply(Piece id, const Refusal& refusal) {
    out_.text("r,", 2);
    out_.text(id.at, id.length);
    out_.letter(',');
    if (refusal.reason == Refusal::NONE) out_.flash(OK);
    else if (Nodes && refusal.reason == Refusal::MODEL) writeModelFault(out_, this->fault());
    else writeRefusal(out_, refusal, limits(), LineBytes);
    out_.end();
  }

  Refusal act(Command& command) {
    uint8_t op = 0;
    while (op < UNKNOWN_OP && !command.is(flashWord(OPS, op))) op++;
    if (Nodes && op == UNKNOWN_OP && command.is(MODEL_OP)) {
      return Names::takeModel(out_, command, answered_);
    }
    if (op == UNKNOWN_OP && !onWord_) return unknown(command);
    if (op != SET_OP && command.hasFields()) return Refusal(Refusal::VALUES);
    if (op == HELLO_OP) hello();
    if (op == GET_OP) sayParameters();
    if (op < SET_OP) return Refusal();
    // What changes the board is not done again for a host that asks again.
    if (command.id.length && answered_.has(command.mark)) {
      if (op == SET_OP) sayParameters();
      return Refusal();
    }
    const Refusal refusal = change(op, command);
    if (refusal.reason == Refusal::NONE) answered_.add(command.mark);
    return refusal;
  }

  static Refusal unknown(const Command& command) {
    return Refusal(Refusal::OP, Refusal::NO_PLACE, command.op.at, command.op.length);
  }

  Refusal takeWord(const Command& command) {
    char word[17];
    uint8_t length = 0;
    for (; length < command.op.length && length < 16; length++) word[length] = command.op.at[length];
    word[length] = 0;
    return command.op.length <= 16 && onWord_(word) ? Refusal() : unknown(command);
  }

  Refusal change(uint8_t op, Command& command) {
    switch (op) {
      case UNKNOWN_OP:
        return takeWord(command);
      case SET_OP:
        return set(command);
      case SAVE_OP:
        if (!memory_) return Refusal(Refusal::NOWHERE);
        if (!SavedSettings<Real, Channels>::save(*memory_, settings_)) {
          return Refusal(Refusal::NOT_SAVED);
        }
        saved_ = true;
        return Refusal();
      case RESTART_OP:
        restart();
        out_.flash(RESTARTED);
        out_.end();
        return Refusal();
      default:
        started_ = op == START_OP;
        schedule_.beginNow();
        return Refusal();
    }
  }

  void restart() {
    this->forgetEvents();
    for (uint8_t c = 0; c < Channels; c++) {
      detectors_[c].restart(settings_.of(c));
      pending_[c].waits = false;
    }
  }

  /// All of what a `set` asks for or, refused, none.
  Refusal set(Command& command) {
    Settings<Real, Channels> changed = settings_;
    const Refusal refusal = takeSet(command, limits(), changed);
    if (refusal.reason != Refusal::NONE) return refusal;
    if (changed.all().period != settings_.all().period) schedule_.setWait(changed.all().period);
    for (uint8_t c = 0; c < Channels; c++) {
      // Judged again: what was learned before the gap is no more.
      const bool isBack = settings_.isOwn(c, place::judge) && !changed.isOwn(c, place::judge);
      if (isBack) {
        detectors_[c].restart(changed.of(c));
        this->forgetEvent(c);
      } else {
        detectors_[c].configure(changed.of(c));
      }
    }
    settings_ = changed;
    sayParameters();
    for (uint8_t c = 0; c < Channels; c++) {
      if (takeFit(c, (seq_ - 1) & SEQ_MASK) && !settings_.isOwn(c, place::judge)) sendFit(c);
    }
    return Refusal();
  }

  LineOut out_;
  LineIn<LineBytes> in_;
  Answered answered_;
  Identity identity_ = {"", "", "", ""};
  Memory* memory_ = nullptr;
  OnWord onWord_ = nullptr;
  Microseconds clock_ = nullptr;
  Settings<Real, Channels> settings_;
  Schedule<Real> schedule_;
  uint32_t seq_ = 0;
  uint32_t saidSkipped_ = 0;
  bool started_ = true;
  bool saved_ = false;
  bool isMisled_ = false;  // by startWith
  PendingFit<Real> pending_[Channels];
  Detector<Real, N, M, Bins> detectors_[Channels];
};

}  // namespace tidemark_core
#endif

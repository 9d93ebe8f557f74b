// The forest on a board: how it comes over the line or with the sketch, where it is kept, and the events that
// it names.
#ifndef TIDEMARK_NAMING_H
#define TIDEMARK_NAMING_H

#include "adler32.h"
#include "answered.h"
#include "model_memory.h"
#include "model_piece.h"
#include "model_reader.h"

namespace tidemark_core {

const char MODEL_UNREADABLE[] TIDEMARK_FLASH = "l,the model on board cannot be read; it is not used";
const char MODEL_PASSING[] TIDEMARK_FLASH =
    "l,there is no room to keep the model: it is gone after a reset";
const char FOREST_REFUSED[] TIDEMARK_FLASH = "l,the forest of the sketch is not used: ";

/// Nodes: of the largest forest that there is memory for, twice: the one on board goes on until
/// another is there, whole and sound.
template <typename Real, uint8_t Channels, uint16_t Nodes>
class Naming {
 public:
  /// channels: as in the hello; they must stay where they are.
  void isFor(const char* channels) { channels_ = channels; }

  /// model: a model's file, in flash, to name by where none was kept.
  bool nameBy(const char* model) {
    ofSketch_ = model;
    return true;
  }

  /// Takes the model that was kept (memory: null where there is nowhere to keep one), else the
  /// sketch's.
  void load(ModelMemory* memory) {
    memory_ = memory;
    const size_t found = memory_ ? memory_->read(&kept_[0], sizeof kept_[0]) : 0;
    if (isWhole(kept_[0], found)) return use(&kept_[0].forest);
    isDamaged_ = found > REMOVED_BYTES;
    if (!ofSketch_) return;
    reader_.begin(spare().forest, channels_);
    for (const char* at = ofSketch_; flashChar(at); at++) reader_.take(flashChar(at));
    fault_ = reader_.end();
    if (fault_.what == ModelFault::NONE) use(&spare().forest);
  }

  /// Says what of `load` went wrong.
  void complain(LineOut& out) const {
    if (isDamaged_) {
      out.flash(MODEL_UNREADABLE);
      out.end();
    }
    if (fault_.what != ModelFault::NONE) {
      out.flash(FOREST_REFUSED);
      writeFaultWords(out, fault_);
      out.end();
    }
  }

  void forgetEvents() {
    for (uint8_t c = 0; c < Channels; c++) events_[c].forget();
  }
  void forgetEvent(uint8_t channel) { events_[channel].forget(); }

  /// The hash of the model in use, or "none".
  void writeHash(LineOut& out) const {
    if (!used_) return out.text("none", 4);
    for (int8_t shift = 28; shift >= 0; shift = int8_t(shift - 4)) {
      out.letter("0123456789abcdef"[used_->hash >> shift & 15]);
    }
  }

  /// Takes a sample that the detector has just judged; says the name of an event that is over with it.
  template <typename Detector>
  void sample(LineOut& out, uint32_t seq, uint64_t t, uint8_t channel, const Detector& detector,
              const Verdict<Real>& v, Real raw) {
    OpenEvent<Real>& event = events_[channel];
    if (!used_ || (!event.isOpen() && !(v.flags & ALARM))) return;
    if (!event.isOpen()) seqs_[channel] = seq;
    if (!event.take(detector, v, raw, t)) return;
    Real numbers[FEATURE_COUNT];
    event.features(channel, used_->hasSpectrum(), numbers);
    Real share = 0;
    const uint8_t its = used_->classOf(numbers, share);
    out.letter('n');
    out.field(seqs_[channel]);
    out.field(channel);
    out.letter(',');
    if (its == Its::UNKNOWN) out.letter('?');
    else out.text(used_->nameOf(its), uint16_t(strlen(used_->nameOf(its))));
    out.letter(',');
    out.share(share);
    out.end();
  }

  /// Takes a piece of a model, or removes it, but not again for a host that asks again; says after the
  /// last what is on board. Refused: `fault` says why.
  Refusal takeModel(LineOut& out, const Command& command, Answered& answered) {
    ModelPiece piece;
    const uint32_t mark = command.id.length ? command.mark : 0;
    if (!piece.read(command)) {
      fault_.what = ModelFault::NO_PIECE;
      return Refusal(Refusal::MODEL);
    }
    if (mark == 0 || !answered.has(mark)) {
      if (!take(piece, mark)) return Refusal(Refusal::MODEL);
      answered.add(command.mark);
    }
    if (piece.isLast()) {
      out.text("m,", 2);
      writeHash(out);
      out.end();
      if (isPassing_) {
        out.flash(MODEL_PASSING);
        out.end();
      }
    }
    return Refusal();
  }

  const ModelFault& fault() const { return fault_; }

 private:
  typedef Forest<Real, Nodes> Its;
  /// As it is kept where the power does not reach; the sum tells whether it is whole, of this version and
  /// for these channels.
  struct Kept {
    uint32_t sum;
    Its forest;

    size_t bytes() const { return offsetof(Kept, forest) + forest.usedBytes(); }
  };
  static const uint8_t FORM = 1;  // of what is kept
  static const size_t REMOVED_BYTES = 1;  // kept in place of a model

  bool isWhole(const Kept& kept, size_t bytes) const {
    return bytes > sizeof kept - sizeof kept.forest.node && kept.forest.nodes <= Nodes &&
           bytes == kept.bytes() && kept.sum == sumOf(kept.forest);
  }

  uint32_t sumOf(const Its& forest) const {
    Adler32 sum;
    const uint8_t* bytes = reinterpret_cast<const uint8_t*>(&forest);
    for (size_t i = 0; i < forest.usedBytes(); i++) sum.take(bytes[i]);
    for (const char* at = channels_; *at; at++) sum.take(uint8_t(*at));
    sum.take(FORM);
    sum.take(FEATURES_VERSION);
    return sum.value();
  }

  bool take(const ModelPiece& piece, uint32_t mark) {
    if (mark != 0 && mark == refused_) return false;  // and why is still known
    fault_ = ModelFault();
    isPassing_ = false;
    if (piece.of == 0) {
      due_ = 0;
      const uint8_t removed[REMOVED_BYTES] = {0};
      if (memory_ && !memory_->write(removed, sizeof removed)) fault_.what = ModelFault::NOT_REMOVED;
      else use(nullptr);
    } else {
      takePart(piece);
    }
    refused_ = fault_.what == ModelFault::NONE ? 0 : mark;
    return fault_.what == ModelFault::NONE;
  }

  void takePart(const ModelPiece& piece) {
    if (!piece.isBase64()) {
      fault_.what = ModelFault::NO_BASE64;
      return;
    }
    if (piece.number == 1) {
      due_ = 1;
      of_ = piece.of;
      reader_.begin(spare().forest, channels_);
    }
    if (due_ == 0 || piece.number != due_ || piece.of != of_) {
      fault_.what = ModelFault::WAITED;
      fault_.count = uint32_t(due_ ? due_ : 1);
      return;
    }
    piece.giveTo(reader_);
    if (due_++ < of_) return;
    due_ = 0;
    fault_ = reader_.end();
    if (fault_.what != ModelFault::NONE) return;
    Kept& its = spare();
    its.sum = sumOf(its.forest);
    isPassing_ = memory_ && !memory_->write(&its, its.bytes());
    use(&its.forest);
  }

  void use(const Its* forest) {
    used_ = forest;
    forgetEvents();
  }

  Kept& spare() { return kept_[used_ == &kept_[0].forest ? 1 : 0]; }

  const char* channels_ = "";
  const char* ofSketch_ = nullptr;
  ModelMemory* memory_ = nullptr;
  const Its* used_ = nullptr;
  int32_t due_ = 0;  // number of the piece that is waited for; 0: none
  int32_t of_ = 0;
  uint32_t refused_ = 0;  // mark of the command that was refused last
  ModelFault fault_;
  ModelReader<Real, Nodes> reader_;
  uint32_t seqs_[Channels];
  OpenEvent<Real> events_[Channels];
  bool isDamaged_ = false;  // what was kept
  bool isPassing_ = false;  // the model in use, which could not be kept
  Kept kept_[2];
};

/// A build without: takes no memory and names nothing.
template <typename Real, uint8_t Channels>
class Naming<Real, Channels, 0> {
 public:
  void isFor(const char*) {}
  bool nameBy(const char*) { return false; }
  void load(ModelMemory*) {}
  void complain(LineOut&) const {}
  void forgetEvents() {}
  void forgetEvent(uint8_t) {}
  void writeHash(LineOut&) const {}
  template <typename Detector>
  void sample(LineOut&, uint32_t, uint64_t, uint8_t, const Detector&, const Verdict<Real>&, Real) {}
  Refusal takeModel(LineOut&, const Command&, Answered&) { return Refusal(); }
  ModelFault fault() const { return ModelFault(); }
};

}  // namespace tidemark_core
#endif

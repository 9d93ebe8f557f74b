// When the next sample is due.
#ifndef TIDEMARK_SCHEDULE_H
#define TIDEMARK_SCHEDULE_H

#include <stdint.h>

namespace tidemark_core {

/// Keeps to a fixed grid; a board that fell behind leaves samples out. Times in ms.
template <typename Real>
class Schedule {
 public:
  uint32_t skipped() const { return skipped_; }

  /// The next sample is due at once.
  void beginNow() { hasLast_ = false; }
  /// The next sample is due this long after the last one.
  void setWait(Real period) { wait_ = period; }

  /// Until the next sample; 0 or less is now.
  int32_t due(uint64_t t) const {
    return hasLast_ ? int32_t(wait_ - Real(t - last_) + Real(0.999)) : 0;
  }

  /// A sample is taken.
  void take(uint64_t t, Real period) {
    Real late = hasLast_ ? Real(t - last_) - wait_ : 0;
    if (late < 0) late = 0;  // by what rounding makes
    if (late >= period) {
      const uint32_t whole = uint32_t(late / period);
      skipped_ += whole;
      late -= whole * period;
    }
    wait_ = period - late;
    last_ = t;
    hasLast_ = true;
  }

 private:
  uint64_t last_ = 0;
  Real wait_ = 0;
  uint32_t skipped_ = 0;
  bool hasLast_ = false;
};

}  // namespace tidemark_core
#endif

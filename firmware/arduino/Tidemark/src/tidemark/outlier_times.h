// How close the last outliers were to each other.
#ifndef TIDEMARK_OUTLIER_TIMES_H
#define TIDEMARK_OUTLIER_TIMES_H

#include "ring.h"

namespace tidemark_core {

/// A time in ms, in two parts: an AVR has few registers.
struct Instant {
  uint32_t low;
  uint16_t high;

  explicit Instant(uint64_t t) : low(uint32_t(t)), high(uint16_t(t >> 32)) {}
};

/// Up to M outliers; with bytes of 0, none so far. Their distances are kept, not their times: 32 bits hold those for ever.
template <uint8_t M>
class OutlierTimes : private Ring<uint32_t, M - 1> {
  typedef Ring<uint32_t, M - 1> Gaps;  // in ms

 public:
  /// Looks at so many distances from now on: one less than outliers.
  void resize(uint8_t gaps) { Gaps::resize(gaps); }

  /// Takes an outlier at t ms. Whether there are as many as looked at, and on average no more than
  /// `longest` ms apart.
  template <typename Real>
  TIDEMARK_CALL bool areClose(const Instant& t, Real longest) {
    const uint16_t last = high_;
    uint16_t high = t.high + 1;
    high_ = high;
    if (t.low < low_) high--;
    low_ = high == last ? t.low - low_ : 0xffffffff;
    if (last != 0) Gaps::push(low_);
    low_ = t.low;
    if (!Gaps::isFull()) return false;
    Real span = 0;
    for (uint8_t i = 0; i < Gaps::count(); i++) span += Gaps::values()[i];
    return !exceeds(span, longest * Gaps::count());
  }

 private:
  uint16_t high_;  // of the last one's time, and 1; 0: there was none
  uint32_t low_;
};

}  // namespace tidemark_core
#endif

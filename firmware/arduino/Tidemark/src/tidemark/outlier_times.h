// How close the last outliers were to each other.
#ifndef TIDEMARK_OUTLIER_TIMES_H
#define TIDEMARK_OUTLIER_TIMES_H

#include "ring.h"

namespace tidemark_core {

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
  TIDEMARK_CALL bool areClose(const uint64_t& t, Real longest) {
    // In halves, least significant bytes first, as all these boards have them: an AVR has few registers.
    uint32_t low;
    uint16_t high;
    memcpy(&low, &t, sizeof low);
    memcpy(&high, reinterpret_cast<const uint8_t*>(&t) + sizeof low, sizeof high);
    const uint16_t last = high_;
    high_ = ++high;
    if (low < low_) high--;
    low_ = high == last ? low - low_ : 0xffffffff;
    if (last != 0) Gaps::push(low_);
    low_ = low;
    if (!Gaps::isFull()) return false;
    Real span = 0;
    for (uint8_t i = 0; i < Gaps::count(); i++) span += Gaps::values()[i];
    return span <= longest * Gaps::count();
  }

 private:
  uint16_t high_;  // of the last one's time, and 1; 0: there was none
  uint32_t low_;
};

}  // namespace tidemark_core
#endif

// How close the last outliers were to each other.
#ifndef TIDEMARK_OUTLIER_TIMES_H
#define TIDEMARK_OUTLIER_TIMES_H

#include "ring.h"

namespace tidemark_core {

/// Up to M outliers; with bytes of 0, none so far. Their distances are kept, not their times: 32 bits hold those for ever.
template <uint8_t M>
class OutlierTimes {
 public:
  /// Looks at so many distances from now on: one less than outliers.
  void resize(uint8_t gaps) { gaps_.resize(gaps); }

  /// Takes an outlier at t ms. Whether there are as many as looked at, and on average no more than
  /// `longest` ms apart.
  template <typename Real>
  TIDEMARK_CALL bool areClose(const uint64_t& t, Real longest) {
    // In halves: an AVR takes few registers for each.
    const uint32_t low = uint32_t(t);
    const uint32_t high = uint32_t(t >> 32);
    uint32_t gap = low - low_;
    if (high - high_ != (low < low_)) gap = 0xffffffff;
    low_ = low;
    high_ = high;
    if (!hasLast_) {
      hasLast_ = true;
      return false;
    }
    gaps_.push(gap);
    if (!gaps_.isFull()) return false;
    Real span = 0;
    for (uint8_t i = 0; i < gaps_.count(); i++) span += gaps_.values()[i];
    return span <= longest * gaps_.count();
  }

 private:
  uint32_t low_;  // of the last one's time
  uint32_t high_;
  Ring<uint32_t, M - 1> gaps_;
  bool hasLast_;
};

}  // namespace tidemark_core
#endif

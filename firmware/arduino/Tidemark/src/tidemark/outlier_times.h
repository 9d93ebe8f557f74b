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
  bool areClose(uint64_t t, Real longest) {
    const uint64_t gap = t - last_;
    last_ = t;
    if (!hasLast_) {
      hasLast_ = true;
      return false;
    }
    gaps_.push(gap > MOST ? MOST : uint32_t(gap));
    if (!gaps_.isFull()) return false;
    uint32_t span = 0;
    for (uint8_t i = 0; i < gaps_.count(); i++) {
      span = MOST - span < gaps_.values()[i] ? MOST : span + gaps_.values()[i];
    }
    return Real(span) <= longest * gaps_.count();
  }

 private:
  static const uint32_t MOST = 0xffffffff;

  uint64_t last_;
  Ring<uint32_t, M - 1> gaps_;
  bool hasLast_;
};

}  // namespace tidemark_core
#endif

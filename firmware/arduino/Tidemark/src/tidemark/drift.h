// Drift: the level of each whole block, judged by a watcher.
#ifndef TIDEMARK_DRIFT_H
#define TIDEMARK_DRIFT_H

#include "parameters.h"
#include "watcher.h"

namespace tidemark_core {

template <typename Real, uint8_t N>
class Drift : public Watcher<Real, N> {
 public:
  void forget() { memset(static_cast<void*>(this), 0, sizeof *this); }

  /// An alarm has been raised for it, or it fell into another one's hold-off.
  void tell() { told_ = true; }

  /// Judges the level of the block of so many samples that has just ended. mean: as it stands, each
  /// sample of weight a. Finds nothing where it was told.
  void blockOver(Real mean, Real a, uint16_t block, Tail tail, Finding<Real>& found) {
    found.value = mean;
    // Unfolded from the mean, which remembers what was before.
    if (hasLast_) found.value = last_ + (mean - last_) / (1 - raised(1 - a, block));
    last_ = mean;
    hasLast_ = true;
    found.center = 0;
    this->judge(LEVELS, this->moments().sigma(), found);
    if (tail != BOTH && isNegative(found.value - found.center) == (tail == UPPER)) found.far = 0;
    if (!found.isBeyond()) told_ = false;
    else if (told_) found.far = 0;
  }

 private:
  static Real raised(Real x, uint16_t exponent) {
    Real product = 1;
    for (; exponent; exponent >>= 1) {
      if (exponent & 1) product *= x;
      x *= x;
    }
    return product;
  }

  bool hasLast_;
  bool told_;
  Real last_;  // mean at the end of the block before
};

}  // namespace tidemark_core
#endif

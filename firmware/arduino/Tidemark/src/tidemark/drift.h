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
  void blockOver(Real mean, Real a, uint16_t block, const Parameters<Real>& p,
                 Finding<Real>& found) {
    Real level = mean;
    // Unfolded from the mean, which remembers what was before.
    if (hasLast_) level = last_ + (mean - last_) / (1 - raised(1 - a, block));
    last_ = mean;
    hasLast_ = true;
    const Real center = this->moments().mean;
    const Real sigma = this->moments().sigma();
    this->judge(level, LEVELS, this->limit(p.drift), sigma, found);
    if (p.tail != BOTH && (level < center) == (p.tail == UPPER)) found.far = 0;
    if (!found.isBeyond()) {
      told_ = false;
      return;
    }
    if (told_) found.far = 0;
    found.why.value = level;
    found.why.center = center;
    found.why.limit = center + (level > center ? found.width : -found.width);
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

  Real last_;  // mean at the end of the block before
  bool hasLast_ : 1;
  bool told_ : 1;
};

}  // namespace tidemark_core
#endif

// Drift: the level of each whole block, judged by a watcher.
#ifndef TIDEMARK_DRIFT_H
#define TIDEMARK_DRIFT_H

#include "parameters.h"
#include "watcher.h"

namespace tidemark_core {

template <typename Real, uint8_t N>
class Drift : public Watcher<Real, N> {
 public:
  /// An alarm has been raised for it, or it fell into another one's hold-off.
  void tell() { told_ = true; }

  /// Judges the level of the block of so many samples that has just ended. mean: as it stands, each
  /// sample of weight a. Returns the ratio, 0 for what was told; why: of one above 1.
  Real blockOver(Real mean, Real a, uint16_t block, const Parameters<Real>& p, Real lnLn,
                 Why<Real>& why) {
    const WatcherKind<Real> kind = {2, 256, 0};
    Real level = mean;
    // Unfolded from the mean, which remembers what was before.
    if (hasLast_) level = last_ + (mean - last_) / (1 - raised(1 - a, block));
    last_ = mean;
    hasLast_ = true;
    const Real center = this->mean();
    const Real width = this->limit(p.drift) * this->sigma();
    Real ratio = this->judge(level, p.drift, kind, lnLn);
    if (p.tail != BOTH && (level < center) == (p.tail == UPPER)) ratio = 0;
    if (!(ratio > 1)) {
      told_ = false;
      return ratio;
    }
    if (told_) return 0;
    why.value = level;
    why.center = center;
    why.limit = center + (level > center ? width : -width);
    return ratio;
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

  Real last_ = 0;  // mean at the end of the block before
  bool hasLast_ = false;
  bool told_ = false;
};

}  // namespace tidemark_core
#endif

// Noise that can be repeated: the same seed gives the same numbers on every board.
#ifndef TIDEMARK_NOISE_H
#define TIDEMARK_NOISE_H

#include <math.h>
#include <stdint.h>

namespace tidemark_core {

/// Wichmann and Hill (1982): three small generators.
template <typename Real>
class Noise {
 public:
  explicit Noise(uint32_t seed)
      : a_(seed % 30268 + 1), b_(seed / 7 % 30306 + 1), c_(seed / 49 % 30322 + 1) {
    for (uint8_t i = 0; i < 10; i++) uniform();
  }

  /// From 0 up to, not including, 1.
  Real uniform() {
    a_ = a_ * 171 % 30269;
    b_ = b_ * 172 % 30307;
    c_ = c_ * 170 % 30323;
    const Real sum = a_ / Real(30269) + b_ / Real(30307) + c_ / Real(30323);
    return sum - int(sum);
  }

  /// About normal, standard deviation 1: the sum of 4 uniforms, so never beyond 3.5.
  Real normal() {
    Real sum = -2;
    for (uint8_t i = 0; i < 4; i++) sum += uniform();
    return sum * Real(1.7320508);
  }

 private:
  uint32_t a_;
  uint32_t b_;
  uint32_t c_;
};

}  // namespace tidemark_core
#endif

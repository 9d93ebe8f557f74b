// Mean and variance that follow a series.
#ifndef TIDEMARK_MOMENTS_H
#define TIDEMARK_MOMENTS_H

#include "numbers.h"

namespace tidemark_core {

template <typename Real>
struct Moments {
  Real mean;
  Real variance;

  /// Takes a value that lies so far from the mean; of these weights in mean and in variance.
  TIDEMARK_CALL void learn(Real step, Real a, Real b) {
    mean += a * step;
    variance = (1 - b) * (variance + b * step * step);
  }

  /// The standard deviation, but never below what rounding of values around the mean makes.
  TIDEMARK_CALL Real sigma() const {
    const Real rounding = 16 * Precision<Real>::epsilon() * size(mean);
    return larger(larger(root(variance), rounding), Real(1e-12));
  }
};

}  // namespace tidemark_core
#endif

// How long fits take the board that this runs on.
#ifndef TIDEMARK_FIT_TIME_H
#define TIDEMARK_FIT_TIME_H

#include "weibull.h"

namespace tidemark_core {

/// A clock in microseconds, of which only differences are taken.
typedef uint32_t (*Microseconds)();

/// Microseconds that a sample takes at the longest for the fits of so many channels, of `count` maxima each: of
/// level, drift and rhythm at once. Makes them, on maxima of its own.
template <typename Real, uint8_t N>
TIDEMARK_CALL uint32_t fitsTake(Microseconds clock, uint8_t channels, uint8_t count) {
  Real maxima[N];
  for (uint8_t i = 0; i < count; i++) maxima[i] = Real(i + 1);
  MaximaFit<Real> level;
  FittedLine<Real> watcher;
  const uint32_t begun = clock();
  while (channels--) {
    level.template fit<N>(maxima, count);
    level.setLimit(0);
    for (uint8_t watchers = 0; watchers < 2; watchers++) {
      watcher.template fit<N>(maxima, count);
      // Of all of it, so that the compiler leaves none out.
      maxima[0] = level.limit() + watcher.quantile(ln(maxima[0]));
    }
  }
  const uint32_t took = clock() - begun;
  return maxima[0] > 0 ? took : 0;
}

}  // namespace tidemark_core
#endif

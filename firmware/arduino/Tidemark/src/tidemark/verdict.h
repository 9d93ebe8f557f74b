// What the detector says of one sample.
#ifndef TIDEMARK_VERDICT_H
#define TIDEMARK_VERDICT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "watcher.h"

namespace tidemark_core {

enum Flag : uint8_t { OUTLIER = 1, ALARM = 2, COLLECTIVE = 4 };
enum Cause : uint8_t { LEVEL, DRIFT, RHYTHM };

template <typename Real>
struct Why {
  Real value;
  Real center;
  Real limit;
};

/// mean, sigma and limit (in sigmas): what the sample was judged with. d: its deviation, in sigmas.
/// found: the furthest out of level, drift and rhythm.
template <typename Real>
struct Verdict {
  /// Up to other.width: where a watcher finds nothing it is compared all the same.
  Verdict() { memset(static_cast<void*>(this), 0, offsetof(Verdict, other) + 2 * sizeof(Real)); }

  uint8_t flags;
  uint8_t cause;
  bool isFree;   // whether an event may begin
  bool isDrift;  // whether a drift was found, the cause or not
  Real d;
  Real probability;
  Finding<Real> found;
  Finding<Real> other;  // what a watcher has just found
  Real bar;
  Real mean;
  Real sigma;
  Real limit;

  /// How far out, in limits, beside what fatigue asks for; 0 within the hold-off.
  Real score() const { return isFree ? found.far / found.width / bar : 0; }

  /// What a watcher's alarm was about: of drift a level, of rhythm samples.
  Why<Real> why() const {
    Why<Real> why = {found.value, found.center, found.center};
    why.limit += found.value > found.center ? found.width : -found.width;
    if (cause != RHYTHM) return why;
    if (why.limit > 20) why.limit = 20;
    why.value = power(why.value);
    why.center = power(why.center);
    why.limit = power(why.limit);
    return why;
  }

  /// The other is what was found, where it is further out.
  TIDEMARK_CALL void weigh(Cause by) {
    if (!exceeds(other.far * found.width, found.far * other.width)) return;
    cause = by;
    found = other;
  }
};

}  // namespace tidemark_core
#endif

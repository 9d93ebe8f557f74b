// What the detector says of one sample.
#ifndef TIDEMARK_VERDICT_H
#define TIDEMARK_VERDICT_H

#include <stdint.h>

#include "watcher.h"

namespace tidemark_core {

enum Flag : uint8_t { OUTLIER = 1, ALARM = 2, COLLECTIVE = 4 };
enum Cause : uint8_t { LEVEL, DRIFT, RHYTHM };

/// mean, sigma and limit (in sigmas): what the sample was judged with. d: its deviation, in sigmas.
/// why(): what a watcher judged, with an alarm of that cause.
template <typename Real>
struct Verdict {
  uint8_t flags = 0;
  uint8_t cause = LEVEL;
  bool isRated = false;  // whether the deviation counts
  bool isFree = false;   // whether an event may begin
  bool isDrift = false;  // whether a drift was found, the cause or not
  Real mean;
  Real sigma;
  Real limit;
  Real d = 0;
  Real probability = 0;
  Real bar = 1;

  const Why<Real>& why() const { return found_.why; }
  /// How far out, in limits.
  Real ratio() const { return cause != LEVEL ? found_.far / found_.width : isRated ? d / limit : 0; }
  /// Whether the ratio is above 1.
  bool isBeyond() const { return cause != LEVEL ? found_.isBeyond() : flags & OUTLIER; }
  /// The ratio beside what fatigue asks for; 0 within the hold-off.
  Real score() const { return isFree ? ratio() / bar : 0; }

  /// Whether something found is further out.
  bool isBelow(const Finding<Real>& found) const {
    if (cause != LEVEL) return found.far * found_.width > found_.far * found.width;
    return found.far * limit > (isRated ? d : 0) * found.width;
  }

  void raise(Cause by, const Finding<Real>& found) {
    cause = by;
    found_ = found;
  }

 private:
  Finding<Real> found_;
};

}  // namespace tidemark_core
#endif

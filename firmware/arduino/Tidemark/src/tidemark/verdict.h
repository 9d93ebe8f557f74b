// What the detector says of one sample.
#ifndef TIDEMARK_VERDICT_H
#define TIDEMARK_VERDICT_H

#include <stdint.h>

#include "watcher.h"

namespace tidemark_core {

enum Flag : uint8_t { OUTLIER = 1, ALARM = 2, COLLECTIVE = 4 };
enum Cause : uint8_t { LEVEL, DRIFT, RHYTHM };

/// mean, sigma and limit (in sigmas): what the sample was judged with. d: its deviation, in sigmas.
/// why: what a watcher judged, with an alarm of that cause.
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
  Why<Real> why;

  /// How far out, in limits. Divided only when asked for: on a small board that takes its time.
  Real ratio() const { return cause != LEVEL ? raised_ : isRated ? d / limit : 0; }
  /// Whether the ratio is above 1.
  bool isBeyond() const { return cause != LEVEL ? raised_ > 1 : isRated && d > limit; }
  /// The ratio beside what fatigue asks for; 0 within the hold-off.
  Real score() const { return isFree ? ratio() / bar : 0; }

  void raise(Real ratio, Cause by, const Why<Real>& found) {
    raised_ = ratio;
    cause = by;
    why = found;
  }

 private:
  Real raised_ = 0;
};

}  // namespace tidemark_core
#endif

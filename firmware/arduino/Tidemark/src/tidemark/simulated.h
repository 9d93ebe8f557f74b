// A made-up machine worth watching where there is no sensor: the same as the MicroPython firmware's,
// firmware/micropython/simulated.py.
#ifndef TIDEMARK_SIMULATED_H
#define TIDEMARK_SIMULATED_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "noise.h"

namespace tidemark_core {

/// Two channels, "vibration:g;temp:degC": a rotating machine that works harder and less hard in turn.
template <typename Real>
class Simulated {
 public:
  explicit Simulated(uint32_t seed = 1) : noise_(seed) { values_[0] = values_[1] = 0; }

  /// Disturbs the machine from the next reading on. Whether the kind is one of spike, burst, step,
  /// drift and flat.
  bool inject(const char* kind) {
    if (!strcmp(kind, "spike")) spike_ = true;
    else if (!strcmp(kind, "burst")) burst_ = 10;
    else if (!strcmp(kind, "step")) step_ = step_ > 0 ? 0 : 5;  // a second one goes back
    else if (!strcmp(kind, "drift")) driftMs_ = DRIFT_MS;
    else if (!strcmp(kind, "flat")) flatMs_ = FLAT_MS;
    else return false;
    return true;
  }

  /// The values of now, t ms since boot, which must not go backwards.
  const Real* read(uint32_t t) {
    const uint32_t elapsed = hasLast_ ? t - last_ : 0;
    hasLast_ = true;
    last_ = t;
    const bool isFlat = flatMs_ > elapsed;
    flatMs_ = isFlat ? flatMs_ - elapsed : 0;
    driftMs_ = driftMs_ > elapsed ? driftMs_ - elapsed : 0;
    if (isFlat) return values_;
    const Real load = Real(0.5) - Real(0.5) * wave(t, 40000, Real(1.5707963267948966));
    warmth_ += (load - warmth_) * (elapsed < 15000 ? elapsed / Real(15000) : 1);
    Real vibration = Real(0.36) * wave(t, TURN_MS, 0) + Real(0.1) * wave(t * 2, TURN_MS, 1);
    vibration *= Real(0.7) + Real(0.3) * load;
    vibration += Real(0.04) * noise_.normal() + step_;
    Real temp = 41 + 3 * warmth_ + Real(0.08) * noise_.normal();
    if (driftMs_) {
      const Real part = (DRIFT_MS - driftMs_) / Real(DRIFT_MS);
      vibration += 2 * part;
      temp += 4 * part;
    }
    if (spike_) {
      spike_ = false;
      vibration += noise_.uniform() < Real(0.5) ? 6 : -6;
    }
    if (burst_) {
      burst_--;
      const Real size = 6 + noise_.uniform();
      vibration += burst_ % 2 ? size : -size;
    }
    values_[0] = floor(vibration * 10000 + Real(0.5)) / 10000;
    values_[1] = floor(temp * 1000 + Real(0.5)) / 1000;
    return values_;
  }

 private:
  static const uint32_t DRIFT_MS = 20000;
  static const uint32_t FLAT_MS = 8000;
  static const uint32_t TURN_MS = 350;  // one turn of the machine

  /// A sine that stays exact after days.
  static Real wave(uint32_t t, uint32_t periodMs, Real phase) {
    return Real(sin(Real(6.283185307179586) * (t % periodMs) / periodMs + phase));
  }

  Noise<Real> noise_;
  Real values_[2];
  Real warmth_ = 0;
  Real step_ = 0;
  uint32_t last_ = 0;
  uint32_t driftMs_ = 0;  // still to come
  uint32_t flatMs_ = 0;
  uint8_t burst_ = 0;  // samples still to come
  bool spike_ = false;
  bool hasLast_ = false;
};

}  // namespace tidemark_core
#endif

// Which periods an event holds, from its first samples. src/naming/spectrum.ts of Tidemark is the same.
#ifndef TIDEMARK_SPECTRUM_H
#define TIDEMARK_SPECTRUM_H

#include "numbers.h"

namespace tidemark_core {

const uint8_t WINDOW = 64;  // samples from the alarm on

/// Of the strongest period, in turns a sample; shares of the power, which come to 1; the mean period.
template <typename Real>
struct Spectrum {
  Real tone;
  Real low;
  Real middle;
  Real high;
  Real centroid;
};

/// The cosine of so many 64ths of a turn.
template <typename Real>
Real wave(uint8_t at) {
  static const Real QUARTER[WINDOW / 4 + 1] = {
      Real(1),
      Real(0.99518472667219693),
      Real(0.98078528040323044),
      Real(0.95694033573220887),
      Real(0.92387953251128676),
      Real(0.88192126434835503),
      Real(0.83146961230254524),
      Real(0.77301045336273696),
      Real(0.70710678118654752),
      Real(0.63439328416364550),
      Real(0.55557023301960222),
      Real(0.47139673682599766),
      Real(0.38268343236508977),
      Real(0.29028467725446237),
      Real(0.19509032201612827),
      Real(0.09801714032956060),
      Real(0)};
  at %= WINDOW;
  if (at > WINDOW / 2) at = uint8_t(WINDOW - at);
  return at > WINDOW / 4 ? -QUARTER[WINDOW / 2 - at] : QUARTER[at];
}

/// Of the first `count` numbers of a window without their mean, zeros behind them.
template <typename Real>
Spectrum<Real> spectrumOf(const Real* window, uint32_t count) {
  const uint8_t MIDDLE = 5;  // where the bands begin, in turns a window
  const uint8_t HIGH_BAND = 13;
  const uint8_t length = uint8_t(smaller(count, uint32_t(WINDOW)));
  Real mean = 0;
  for (uint8_t i = 0; i < length; i++) mean += window[i];
  mean /= length;
  Real bands[3] = {0, 0, 0};
  Real total = 0;
  Real moment = 0;
  Real most = 0;
  uint8_t strongest = 0;
  for (uint8_t turns = 1; turns <= WINDOW / 2; turns++) {
    Real re = 0;
    Real im = 0;
    for (uint8_t i = 0; i < length; i++) {
      const Real u = window[i] - mean;
      const uint8_t at = uint8_t(uint16_t(turns) * i % WINDOW);
      re += u * wave<Real>(at);
      im += u * wave<Real>(uint8_t(at + WINDOW / 4));
    }
    const Real strength = re * re + im * im;
    bands[turns < MIDDLE ? 0 : turns < HIGH_BAND ? 1 : 2] += strength;
    total += strength;
    moment += turns * strength;
    if (strength > most) {
      most = strength;
      strongest = turns;
    }
  }
  // Less than that is of rounding.
  if (total < Real(1e-9) * WINDOW) return {0, 0, 0, 0, 0};
  return {Real(strongest) / WINDOW, bands[0] / total, bands[1] / total, bands[2] / total,
          moment / total / WINDOW};
}

}  // namespace tidemark_core
#endif

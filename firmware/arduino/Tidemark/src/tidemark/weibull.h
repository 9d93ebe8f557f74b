// Three-parameter Weibull distribution of block maxima, fitted on probability paper.
#ifndef TIDEMARK_WEIBULL_H
#define TIDEMARK_WEIBULL_H

#include "numbers.h"

namespace tidemark_core {

/// F(d) = 1 - exp(-((d - location) / scale) ^ shape), 0 below the location. An infinite shape
/// stands for a step at scale, with r2 no number; a shape of 0 for no fit yet.
template <typename Real>
struct Weibull {
  Real location = 0;
  Real shape = 0;
  Real scale = 0;
  Real r2 = 0;

  bool isFitted() const { return shape != 0; }
  bool isStep() const { return shape == Real(INFINITY); }

  /// F(d).
  Real cdf(Real d) const {
    if (isStep()) return d > scale ? 1 : 0;
    const Real ratio = (d - location) / scale;
    if (!(ratio > 0)) return 0;
    const Real exponent = shape * ln(ratio);
    if (exponent > 4) return 1;  // 1 - exp(-e^4) is 1 in any precision
    return 1 - power(-power(exponent));
  }

  /// The d that is exceeded with probability p, given ln(-ln p).
  Real quantile(Real lnLnBeyond) const {
    return isStep() ? scale : location + scale * power(lnLnBeyond / shape);
  }
};

/// ln(-ln(1 - delta^(1 / blocks))): what Weibull::quantile needs for the value that so many blocks
/// stay below with probability delta.
template <typename Real>
Real lnLnBeyond(Real delta, uint8_t blocks) {
  if (blocks == 1) return ln(-ln(1 - delta));
  const Real u = ln(delta) / blocks;
  const Real e = power(u);
  // 1 - e, without the digits that are lost where e is nearly 1 (Kahan)
  return ln(-ln(e == 1 ? -u : (1 - e) * u / ln(e)));
}

/// Of the plotting positions p = (i - 0.5) / count, i = 1..count, what a fit needs. They depend on
/// the count alone: those of the last fit are kept, once for all detectors of a program.
template <typename Real, uint8_t N>
struct PlottingPositions {
  static Real rise[N];  // ln(-ln(1 - p)) less their mean
  static Real mean;
  static Real squares;  // sum of squares of rise
  static uint8_t count;

  static void be(uint8_t wanted) {
    if (count == wanted) return;
    count = wanted;
    Real sum = 0;
    for (uint8_t i = 0; i < wanted; i++) {
      rise[i] = ln(-ln(1 - (i + Real(0.5)) / wanted));
      sum += rise[i];
    }
    mean = sum / wanted;
    squares = 0;
    for (uint8_t i = 0; i < wanted; i++) {
      rise[i] -= mean;
      squares += rise[i] * rise[i];
    }
  }
};
template <typename Real, uint8_t N>
Real PlottingPositions<Real, N>::rise[N];
template <typename Real, uint8_t N>
Real PlottingPositions<Real, N>::mean;
template <typename Real, uint8_t N>
Real PlottingPositions<Real, N>::squares;
template <typename Real, uint8_t N>
uint8_t PlottingPositions<Real, N>::count = 0;

/// Least squares of ln(-ln(1 - p)) on ln(maximum - location) at the plotting positions, maxima
/// (up to N of them, above 0) in any order. The location is this share of the smallest.
template <uint8_t N, typename Real>
Weibull<Real> fitted(const Real* maxima, uint8_t count, Real share) {
  typedef PlottingPositions<Real, N> Positions;
  Positions::be(count);
  Real x[N];
  x[0] = maxima[0];
  for (uint8_t i = 1; i < count; i++) {
    const Real value = maxima[i];
    uint8_t at = i;
    for (; at > 0 && x[at - 1] > value; at--) x[at] = x[at - 1];
    x[at] = value;
  }
  Weibull<Real> fit;
  fit.location = share * x[0];
  const Real most = x[count - 1];
  const Real width = most - fit.location;  // logarithms of ratios: of equal maxima they are 0
  Real sum = 0;
  for (uint8_t i = 0; i < count; i++) {
    x[i] = x[i] == most ? 0 : ln((x[i] - fit.location) / width);
    sum += x[i];
  }
  const Real mean = sum / count;
  Real sxx = 0;
  Real sxy = 0;
  for (uint8_t i = 0; i < count; i++) {
    const Real dx = x[i] - mean;
    sxx += dx * dx;
    sxy += dx * Positions::rise[i];
  }
  if (sxx <= Real(1e-12)) {
    fit.shape = Real(INFINITY);
    fit.scale = most;
    fit.r2 = Real(NAN);
    return fit;
  }
  fit.shape = sxy / sxx;
  fit.scale = width * power(mean - Positions::mean / fit.shape);
  fit.r2 = sxy * sxy / (sxx * Positions::squares);
  return fit;
}

}  // namespace tidemark_core
#endif

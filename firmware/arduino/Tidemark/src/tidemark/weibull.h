// Three-parameter Weibull distribution of block maxima, fitted on probability paper.
#ifndef TIDEMARK_WEIBULL_H
#define TIDEMARK_WEIBULL_H

#include "numbers.h"

namespace tidemark_core {

/// F(d) = 1 - exp(-((d - location) / scale) ^ shape), 0 below the location. An infinite shape
/// stands for a step at scale, with r2 no number; a shape of 0 for no fit yet.
template <typename Real>
struct Weibull {
  Real location;
  Real shape;
  Real scale;
  Real r2;

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
  TIDEMARK_CALL Real quantile(Real lnLnBeyond) const {
    return isStep() ? scale : location + scale * power(lnLnBeyond / shape);
  }
};

/// ln(-ln(1 - delta^(1 / blocks))): what Weibull::quantile needs for the value that so many blocks
/// stay below with probability delta.
template <typename Real>
TIDEMARK_CALL Real lnLnBeyond(Real delta, uint8_t blocks) {
  const Real u = ln(delta) / blocks;
  const Real e = power(u);
  // 1 - e, without the digits that are lost where e is nearly 1 (Kahan)
  return ln(-ln(e == 1 ? -u : (1 - e) * u / ln(e)));
}

/// Of the plotting positions p = (i - 0.5) / count, i = 1..count, what a fit needs. They depend on
/// the count alone: those of the last fit are kept, once for all detectors of a program.
template <typename Real, uint8_t N>
struct PlottingPositions {
  static Real rise[N];  // ln(-ln(1 - p))
  static Real mean;
  static Real squares;  // sum of squares of what they are from it
  static Real share;    // 1 / count
  static uint8_t count;

  static TIDEMARK_CALL void be(uint8_t wanted) {
    if (count == wanted) return;
    count = wanted;
    share = Real(1) / wanted;
    Real sum = 0;
    squares = 0;
    for (uint8_t i = 0; i < wanted; i++) {
      const Real y = ln(-ln(1 - (i + Real(0.5)) * share));
      rise[i] = y;
      sum += y;
      squares += y * y;
    }
    mean = sum * share;
    squares -= sum * mean;
  }
};
template <typename Real, uint8_t N>
Real PlottingPositions<Real, N>::rise[N];
template <typename Real, uint8_t N>
Real PlottingPositions<Real, N>::mean;
template <typename Real, uint8_t N>
Real PlottingPositions<Real, N>::squares;
template <typename Real, uint8_t N>
Real PlottingPositions<Real, N>::share;
template <typename Real, uint8_t N>
uint8_t PlottingPositions<Real, N>::count = 0;

/// What a fit of logarithms finds. An inverse of 0: they are all the same.
template <typename Real>
struct LogFit {
  Real inverse;  // of the shape
  Real lnScale;
  Real sxy;  // sum of products, of which r2 is made
};

/// Least squares of ln(-ln(1 - p)) on x, the logarithms of up to N maxima less their location, at the
/// plotting positions. Sorts x.
template <uint8_t N, typename Real>
TIDEMARK_CALL LogFit<Real> fittedLogs(Real* x, uint8_t count) {
  typedef PlottingPositions<Real, N> Positions;
  Positions::be(count);
  for (uint8_t i = 1; i < count; i++) {
    const Real value = x[i];
    uint8_t at = i;
    for (; at > 0 && x[at - 1] > value; at--) x[at] = x[at - 1];
    x[at] = value;
  }
  const Real most = x[count - 1];
  Real sum = 0;
  for (uint8_t i = 0; i < count; i++) {
    x[i] -= most;  // so that those which are all the same are 0, and their mean
    sum += x[i];
  }
  const Real mean = sum * Positions::share;
  Real sxx = 0;
  LogFit<Real> fit;
  fit.sxy = 0;
  for (uint8_t i = 0; i < count; i++) {
    const Real dx = x[i] - mean;
    sxx += dx * dx;
    fit.sxy += dx * Positions::rise[i];
  }
  if (sxx <= Real(1e-12)) {
    fit.inverse = 0;
    fit.lnScale = most;
  } else {
    fit.inverse = sxx / fit.sxy;
    fit.lnScale = most + mean - Positions::mean * fit.inverse;
  }
  return fit;
}

/// The fit to the maxima (up to N of them, above 0) in any order. The location is 0.8 of the smallest.
template <uint8_t N, typename Real>
Weibull<Real> fitted(const Real* maxima, uint8_t count) {
  Real least = maxima[0];
  Real most = least;
  for (uint8_t i = 1; i < count; i++) {
    least = smaller(least, maxima[i]);
    most = larger(most, maxima[i]);
  }
  Weibull<Real> fit;
  fit.location = Real(0.8) * least;
  Real x[N];
  for (uint8_t i = 0; i < count; i++) x[i] = ln(maxima[i] - fit.location);
  const LogFit<Real> found = fittedLogs<N>(x, count);
  if (found.inverse == 0) {
    fit.shape = Real(INFINITY);
    fit.scale = most;
    fit.r2 = Real(NAN);
    return fit;
  }
  fit.shape = 1 / found.inverse;
  fit.scale = power(found.lnScale);
  fit.r2 = found.sxy * fit.shape / PlottingPositions<Real, N>::squares;
  return fit;
}

}  // namespace tidemark_core
#endif

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
};

/// ln(-ln x).
template <typename Real>
TIDEMARK_CALL Real lnLn(Real x) {
  return ln(-ln(x));
}

/// ln(-ln(1 - delta^(1 / blocks))): what FittedLine::quantile needs for the value that so many blocks
/// stay below with probability delta.
template <typename Real>
TIDEMARK_CALL Real lnLnBeyond(Real delta, uint8_t blocks) {
  const Real u = ln(delta) / blocks;
  const Real e = power(u);
  // 1 - e, without the digits that are lost where e is nearly 1 (Kahan)
  return lnLn(e == 1 ? -u : (1 - e) * u / ln(e));
}

/// The plotting positions p = (i - 0.5) / count, i = 1..count, as ln(-ln(1 - p)). They depend on the count
/// alone: those of the last fit are kept, once for all detectors of a program.
template <typename Real, uint8_t N>
struct PlottingPositions {
  Real rise[N];
  Real mean;
  Real squares;  // sum of those of the distances from the mean
  uint8_t count;

  /// Those of so many.
  static const PlottingPositions& of(uint8_t count) {
    PlottingPositions* const all = somewhere(&last());
    if (all->count != count) all->be(count);
    return *all;
  }

  /// Those of the last fit.
  static PlottingPositions& last() {
    static PlottingPositions kept;
    return kept;
  }

 private:
  void be(uint8_t wanted) {
    count = wanted;
    Real sum = 0;
    squares = 0;
    for (uint8_t i = 0; i < wanted; i++) {
      const Real y = lnLn(Real(2 * (wanted - i) - 1) / (2 * wanted));
      rise[i] = y;
      sum += y;
      squares += y * y;
    }
    mean = sum / wanted;
    squares -= sum * mean;
  }
};

/// A line on Weibull paper, where ln(-ln(1 - F)) rises by the shape with the logarithm of what a value
/// is from its location.
template <typename Real>
struct FittedLine {
  Real inverse;  // of the shape; 0: all values are the same
  Real lnScale;

  /// What is exceeded with probability p, from its location, given ln(-ln p).
  Real quantile(Real lnLnP) const { return power(lnScale + lnLnP * inverse); }

  /// Least squares on x, the logarithms of up to N values, at the plotting positions. Sorts x. Returns
  /// the sum of products, of which r2 is made.
  template <uint8_t N>
  TIDEMARK_CALL Real fit(Real* x, uint8_t count) {
    const PlottingPositions<Real, N>& positions = PlottingPositions<Real, N>::of(count);
    for (uint8_t i = 1; i < count; i++) {
      const Real value = x[i];
      uint8_t at = i;
      for (; at > 0 && x[at - 1] > value; at--) x[at] = x[at - 1];
      x[at] = value;
    }
    lnScale = x[count - 1];
    inverse = 0;
    Real sum = 0;
    for (uint8_t i = 0; i < count; i++) sum += x[i] - lnScale;  // 0 of those which are all the same
    const Real mean = lnScale + sum / count;
    Real sxx = 0;
    Real sxy = 0;
    for (uint8_t i = 0; i < count; i++) {
      const Real dx = x[i] - mean;
      sxx += dx * dx;
      sxy += dx * positions.rise[i];
    }
    if (exceeds(sxx, Real(1e-12))) {
      inverse = sxx / sxy;
      lnScale = mean - positions.mean * inverse;
    }
    return sxy;
  }
};

/// The fit to maxima above 0. The location is 0.8 of the smallest. With bytes of 0 there is none.
template <typename Real>
class MaximaFit {
 public:
  bool isFitted() const { return exceeds(location_, Real(0)); }
  /// Exceeded with the probability last asked for.
  Real limit() const { return limit_; }

  /// F(d).
  TIDEMARK_CALL Real cdf(Real d) const {
    if (!exceeds(line_.inverse, Real(0))) return exceeds(d, limit_) ? 1 : 0;
    const Real above = d - location_;
    if (isNegative(above)) return 0;
    return 1 - power(-power((ln(above) - line_.lnScale) / line_.inverse));
  }

  /// Fits up to N maxima, in any order.
  template <uint8_t N>
  void fit(const Real* maxima, uint8_t count) {
    Real least = maxima[0];
    limit_ = least;
    for (uint8_t i = 1; i < count; i++) {
      least = smaller(least, maxima[i]);
      limit_ = larger(limit_, maxima[i]);
    }
    location_ = Real(0.8) * least;
    Real x[N];
    for (uint8_t i = 0; i < count; i++) x[i] = ln(maxima[i] - location_);
    slope_ = line_.template fit<N>(x, count) / PlottingPositions<Real, N>::last().squares;
  }

  /// Sets the limit, given ln(-ln p). Of maxima that are all the same it is the largest.
  void setLimit(Real lnLnP) {
    if (exceeds(line_.inverse, Real(0))) limit_ = location_ + line_.quantile(lnLnP);
  }

  /// As numbers for the line.
  Weibull<Real> weibull() const {
    Weibull<Real> fit = {location_, 0, 0, 0};
    if (!isFitted()) return fit;
    if (line_.inverse == 0) {
      fit.shape = Real(INFINITY);
      fit.scale = limit_;
      fit.r2 = Real(NAN);
      return fit;
    }
    fit.shape = 1 / line_.inverse;
    fit.scale = power(line_.lnScale);
    fit.r2 = slope_ * fit.shape;
    return fit;
  }

 private:
  Real location_;
  FittedLine<Real> line_;
  Real slope_;  // of the logarithms over the plotting positions
  Real limit_;
};

}  // namespace tidemark_core
#endif

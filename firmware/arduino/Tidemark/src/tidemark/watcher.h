// The rule of the detector in small, for a slow series: block levels, or lengths of runs.
#ifndef TIDEMARK_WATCHER_H
#define TIDEMARK_WATCHER_H

#include "numbers.h"
#include "ring.h"
#include "weibull.h"

namespace tidemark_core {

const uint8_t CLIP = 2;  // limits: the most that a value moves a mean by

/// What is fixed for a kind of watcher. floor: sigma below which no ratio is taken.
template <typename Real>
struct WatcherKind {
  uint8_t block;
  uint16_t memory;
  Real floor;
};

/// What an alarm of a watcher was about, in the unit of its series.
template <typename Real>
struct Why {
  Real value;
  Real center;
  Real limit;
};

template <typename Real, uint8_t N>
class Watcher {
 public:
  TIDEMARK_CALL Watcher() {}

  Real mean() const { return mean_; }
  Real variance() const { return variance_; }
  Real sigma() const { return sigmaOf(mean_, variance_); }
  Real limit(Real bound) const { return larger(bound, q_); }
  bool hasFit() const { return shape_ != 0; }
  uint16_t n() const { return n_; }

  /// To be called after any change of parameters; what was learned stays.
  void configure(uint8_t maxima, Real lnLn) {
    const bool resized = ring_.size() != maxima;
    ring_.resize(maxima);
    setLimit(resized && ring_.isFull(), lnLn);
  }

  /// How far y is out, in limits: above 1 is too far; 0 without a fit. Then learns it.
  Real judge(Real y, Real bound, const WatcherKind<Real>& kind, Real lnLn) {
    const Real limit = this->limit(bound);
    const Real sigma = this->sigma();
    Real step = y - mean_;
    const Real far = size(step);
    Real ratio = 0;
    if (hasFit()) ratio = far / (larger(sigma, kind.floor) * limit);
    if (n_ >= kind.block) {
      Real z = far / sigma;
      if (z > limit) {
        step = clamped(step, CLIP * limit * sigma);
        if (hasFit()) z = q_;
      }
      blockMax_ = larger(blockMax_, z);
    }
    if (n_ < kind.memory) n_++;
    const Real a = Real(1) / n_;
    mean_ += a * step;
    variance_ = (1 - a) * (variance_ + a * step * step);
    inBlock_++;
    if (inBlock_ == kind.block) {
      inBlock_ = 0;
      if (n_ > kind.block) endBlock(lnLn);
    }
    return ratio;
  }

 private:
  void endBlock(Real lnLn) {
    ring_.push(larger(blockMax_, Real(1e-6)));
    blockMax_ = 0;
    if (ring_.isFull()) setLimit(true, lnLn);
  }

  void setLimit(bool refit, Real lnLn) {
    Weibull<Real> fit;
    if (refit) {
      fit = fitted<N>(ring_.values(), ring_.count(), Real(0));
      shape_ = fit.shape;
      scale_ = fit.scale;
    }
    fit.shape = shape_;
    fit.scale = scale_;
    if (hasFit()) q_ = fit.quantile(lnLn);
  }

  Ring<Real, N> ring_;
  uint8_t inBlock_ = 0;
  uint16_t n_ = 0;  // values so far, up to the memory
  Real mean_ = 0;
  Real variance_ = 0;
  Real blockMax_ = 0;
  Real shape_ = 0;
  Real scale_ = 0;
  Real q_ = 0;
};

}  // namespace tidemark_core
#endif

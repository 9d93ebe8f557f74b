// The rule of the detector in small, for a slow series: block levels, or lengths of runs.
#ifndef TIDEMARK_WATCHER_H
#define TIDEMARK_WATCHER_H

#include "moments.h"
#include "numbers.h"
#include "ring.h"
#include "weibull.h"

namespace tidemark_core {

const uint8_t CLIP = 2;  // limits: the most that a value moves a mean by

/// What a watcher watches: the levels of blocks, or the logarithms of runs.
enum Series : uint8_t { LEVELS, RUNS };

const uint8_t RUNS_BLOCK = 4;  // runs in a block of theirs; of levels there are 2
template <typename Real>
Real runsFloor() {  // sigma below which no ratio of runs is taken
  return Real(0.1);
}

/// What an alarm of a watcher was about, in the unit of its series.
template <typename Real>
struct Why {
  Real value;
  Real center;
  Real limit;
};

/// What a watcher found: how far out, beside how far is allowed. Divided only when asked for: on a
/// small board that takes its time. why: where it is beyond.
template <typename Real>
struct Finding {
  Real far;
  Real width;
  Why<Real> why;

  bool isBeyond() const { return exceeds(far, width); }
};

/// One whose bytes are 0 has learned nothing.
template <typename Real, uint8_t N>
class Watcher {
 public:
  const Moments<Real>& moments() const { return moments_; }
  Real limit(Real bound) const { return larger(bound, q_); }
  bool hasFit() const { return hasFit_; }
  uint16_t n() const { return n_; }

  /// To be called after any change of parameters; what was learned stays.
  void configure(uint8_t maxima, Real lnLn) {
    const bool resized = ring_.size() != maxima;
    ring_.resize(maxima);
    setLimit(resized && ring_.isFull(), lnLn);
  }

  /// Says how far y is out, nothing without a fit, and learns it. limit and sigma: those of now.
  TIDEMARK_CALL void judge(Real y, Series series, Real limit, Real sigma, Real lnLn,
                           Finding<Real>& found) {
    const uint8_t block = series == RUNS ? RUNS_BLOCK : 2;
    Real step = y - moments_.mean;
    const Real far = size(step);
    const Real most = limit * sigma;
    if (hasFit()) {
      found.far = far;
      found.width = series == RUNS && sigma < runsFloor<Real>() ? limit * runsFloor<Real>() : most;
    }
    if (n_ >= block) {
      const bool isOut = exceeds(far, most);
      if (isOut) step = clamped(step, CLIP * most);
      if (isOut && hasFit()) blockMax_ = larger(blockMax_, q_);
      else if (exceeds(far, blockMax_ * sigma)) blockMax_ = far / sigma;
    }
    Real a = series == RUNS ? Real(1.0 / 64) : Real(1.0 / 256);
    if (n_ < (series == RUNS ? 64 : 256)) a = Real(1) / ++n_;
    moments_.learn(step, a, a);
    if (++inBlock_ < block) return;
    inBlock_ = 0;
    if (n_ == block) return;  // the first block only settles the moments
    ring_.push(ln(larger(blockMax_, Real(1e-6))));
    blockMax_ = 0;
    if (ring_.isFull()) setLimit(true, lnLn);
  }

 private:
  TIDEMARK_CALL void setLimit(bool refit, Real lnLn) {
    if (refit) {
      Real x[N];
      for (uint8_t i = 0; i < ring_.count(); i++) x[i] = ring_.values()[i];
      const LogFit<Real> fit = fittedLogs<N>(x, ring_.count());
      inverse_ = fit.inverse;
      lnScale_ = fit.lnScale;
      hasFit_ = true;
    }
    if (hasFit_) q_ = power(lnScale_ + lnLn * inverse_);
  }

  Ring<Real, N> ring_;  // logarithms of the maxima: each is taken once, for the location is 0
  uint8_t inBlock_ : 7;
  bool hasFit_ : 1;
  uint16_t n_;  // values so far, up to the memory
  Moments<Real> moments_;
  Real blockMax_;
  Real inverse_;  // of the fit's shape
  Real lnScale_;
  Real q_;
};

}  // namespace tidemark_core
#endif

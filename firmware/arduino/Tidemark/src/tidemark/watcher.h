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

/// What was found: how far out, beside how far is allowed. Divided only when asked for: on a small
/// board that takes its time. value and center: what was judged against what, of watchers alone, in the unit of
/// their series.
template <typename Real>
struct Finding {
  Real far;
  Real width;
  Real value;
  Real center;

  bool isBeyond() const { return exceeds(far, width); }
};

/// One whose bytes are 0 has learned nothing.
template <typename Real, uint8_t N>
class Watcher : private Ring<Real, N> {
  typedef Ring<Real, N> Maxima;  // their logarithms: each is taken once, for the location is 0

 public:
  const Moments<Real>& moments() const { return moments_; }
  TIDEMARK_CALL Real limit() const { return larger(bound_, q_); }
  /// How far a logarithm of runs may be out.
  TIDEMARK_CALL Real width(Real sigma) const { return limit() * larger(sigma, runsFloor<Real>()); }
  bool hasFit() const { return exceeds(q_, Real(0)); }
  uint8_t n() const { return n_; }

  /// To be called after any change of parameters; what was learned stays. lnLn: of the probability
  /// of FittedLine::quantile.
  TIDEMARK_CALL void configure(uint8_t maxima, Real bound, Real lnLn) {
    bound_ = bound;
    lnLn_ = lnLn;
    const bool resized = Maxima::size() != maxima;
    Maxima::resize(maxima);
    setLimit(resized);
  }

  /// Says how far found.value is out beyond found.center and what is usual there, nothing without a fit,
  /// and learns it; adds what is usual to the center. sigma: that of now.
  TIDEMARK_CALL void judge(Series series, Real sigma, Finding<Real>& found) {
    const uint8_t block = series == RUNS ? RUNS_BLOCK : 2;
    found.center += moments_.mean;
    Real step = found.value - found.center;
    found.far = size(step);
    const Real most = limit() * sigma;
    found.width = series == RUNS ? width(sigma) : most;
    if (n_ >= block) {
      const bool isOut = exceeds(found.far, most);
      if (isOut) step = clamped(step, CLIP * most);
      if (isOut && hasFit()) blockMax_ = larger(blockMax_, q_);
      else if (exceeds(found.far, blockMax_ * sigma)) blockMax_ = found.far / sigma;
    }
    if (!hasFit()) found.far = 0;
    Real a = series == RUNS ? Real(1.0 / 64) : Real(1.0 / 256);
    if (n_ < (series == RUNS ? 64 : 255)) a = Real(1) / ++n_;
    moments_.learn(step, a, a);
    if (++inBlock_ < block) return;
    inBlock_ = 0;
    if (n_ == block) return;  // the first block only settles the moments
    blockMax_ = ln(larger(blockMax_, Real(1e-6)));
    Maxima::push(blockMax_);
    blockMax_ = 0;
    setLimit(true);
  }

 private:
  TIDEMARK_CALL void setLimit(bool refit) {
    if (refit && Maxima::isFull()) {
      Real x[N];
      memcpy(x, Maxima::values(), sizeof x);
      line_.template fit<N>(x, Maxima::count());
    } else if (!hasFit()) {
      return;
    }
    q_ = line_.quantile(lnLn_);
  }

  uint8_t n_;  // values so far, up to the memory, of levels one less
  uint8_t inBlock_;
  Moments<Real> moments_;
  Real blockMax_;
  FittedLine<Real> line_;
  Real bound_;
  Real lnLn_;
  Real q_;  // 0: there is no fit
};

}  // namespace tidemark_core
#endif

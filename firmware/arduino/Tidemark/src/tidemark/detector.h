// Online anomaly detection by extreme value theory: one detector for one channel. The rule is
// src/detector/README.md of Tidemark, step by step.
#ifndef TIDEMARK_DETECTOR_H
#define TIDEMARK_DETECTOR_H

#include "drift.h"
#include "numbers.h"
#include "outlier_times.h"
#include "parameters.h"
#include "rhythm.h"
#include "ring.h"
#include "season.h"
#include "verdict.h"
#include "weibull.h"

namespace tidemark_core {

/// N and M: the largest `maxima` and `outliers` that there is memory for. Bins: the same of a
/// season, 0 for none. The parameters belong to the caller, who calls `configure` after each change
/// and gives the same ones to `step`.
template <typename Real, uint8_t N, uint8_t M, uint16_t Bins = 0>
class Detector {
 public:
  TIDEMARK_CALL Detector() {}

  /// Mean and variance as the next sample will be judged with.
  Real mean() const { return mean_; }
  Real variance() const { return variance_; }
  Real sigma() const { return sigmaOf(mean_, variance_); }
  Weibull<Real> fit() const { return fit_; }
  Real bar() const { return bar_; }
  /// Samples since the last one of an event, up to a block's.
  uint16_t quiet() const { return quiet_; }

  /// Whether there is a new fit; said once.
  bool takeRefitted() {
    const bool refitted = refitted_;
    refitted_ = false;
    return refitted;
  }

  /// Forgets everything.
  void restart(const Parameters<Real>& p) {
    *this = Detector();
    configure(p);
  }

  /// Takes changed parameters and keeps what was learned; block and memory wait for the next
  /// block, another cycle begins the season anew, a watcher switched off forgets.
  void configure(const Parameters<Real>& p) {
    const bool resized = maxima_.size() != p.maxima;
    maxima_.resize(p.maxima);
    times_.resize(p.outliers - 1);
    levelLnLn_ = lnLnBeyond(p.delta, HORIZON);
    watcherLnLn_ = lnLnBeyond(p.delta, 1);
    if (n_ == 0) startBlock(p);
    setLimit(resized && maxima_.isFull());
    if (!(p.drift > 0)) drift_ = Drift<Real, N>();
    if (!(p.rhythm > 0)) rhythm_ = Rhythm<Real, N>();
    drift_.configure(p.maxima, watcherLnLn_);
    rhythm_.configure(p.maxima, watcherLnLn_);
    season_.configure(p);
  }

  /// Judges the sample x taken at t ms, then learns from it.
  TIDEMARK_CALL Verdict<Real> step(Real x, uint64_t t, const Parameters<Real>& p) {
    Verdict<Real> v;
    v.mean = mean_;
    v.sigma = sigma();
    v.limit = larger(p.gamma, q_);
    if (!(x * x < Precision<Real>::largestSquare())) {
      season_.skip();
      return v;
    }
    if (Bins) x = season_.takenOff(x, CLIP * v.limit * root(variance_));
    Real step = x - mean_;
    const Real z = n_ ? step / v.sigma : 0;  // the first deviates from nothing
    const Real far = size(z);
    v.d = p.tail != BOTH && (z < 0) == (p.tail == UPPER) ? 0 : far;
    v.isRated = fit_.isFitted();
    if (v.isRated) judgeLevel(v, size(step), t, p);
    if (isSettled_) {
      if (far > blockMax_ && (!fit_.isFitted() || far <= Real(1.2) * v.limit)) blockMax_ = far;
      step = clamped(step, CLIP * v.limit * v.sigma);
    }
    const Real a = learn(step);
    watch(v, x, a, p);
    rate(v, p);
    if (inBlock_ >= block_) endBlock(p);
    return v;
  }

 private:
  static const uint8_t HORIZON = 8;  // blocks that stay below the limit with probability delta
  static const uint8_t FADE = 32;    // blocks over which a raised bar comes down
  static const uint16_t CALM = 1024;
  static const uint32_t MANY = 0x7fffffff;

  void judgeLevel(Verdict<Real>& v, Real deviation, uint64_t t, const Parameters<Real>& p) {
    if (v.d > p.gamma) v.probability = fit_.cdf(v.d);
    if (!(v.d > v.limit)) return;
    if (!(deviation > p.least)) {
      v.isRated = false;
      return;
    }
    v.flags = OUTLIER;
    const Real longest = p.meanGap > 0 ? p.meanGap : 5 * p.period;
    if (times_.areClose(t, longest)) v.flags |= COLLECTIVE;
  }

  /// Moves mean and variance. Returns the weight that the mean gave.
  Real learn(Real step) {
    if (n_ < MANY) n_++;
    inBlock_++;
    Real a = a_;
    Real b = a_ / 2;  // the variance remembers twice as many
    if (memory_ == 0 || n_ < 2 * memory_) {
      const Real most = Real(1) / n_;
      a = larger(a, most);
      b = larger(b, most);
    }
    mean_ += a * step;
    variance_ = (1 - b) * (variance_ + b * step * step);
    return a;
  }

  /// Lets the watchers raise the ratio.
  void watch(Verdict<Real>& v, Real x, Real a, const Parameters<Real>& p) {
    if (p.drift > 0 && inBlock_ >= block_) {
      Why<Real> why = {0, 0, 0};
      const Real ratio = drift_.blockOver(mean_, a, block_, p, watcherLnLn_, why);
      v.isDrift = ratio > 1;
      if (ratio > 0 && ratio > v.ratio()) v.raise(ratio, DRIFT, why);
    }
    if (!(p.rhythm > 0)) return;
    if (inBlock_ == 1) rhythm_.blockBegins(mean_, variance_);
    Why<Real> why = {0, 0, 0};
    const Real ratio =
        rhythm_.sample(x, n_ > 2 * uint32_t(block_), p.rhythm, watcherLnLn_, why);
    if (ratio > 0 && ratio > v.ratio() && isCalm()) v.raise(ratio, RHYTHM, why);
  }

  /// Whether the mean has had time to learn what the last event was.
  bool isCalm() const { return calm_ >= CALM || (memory_ > 0 && calm_ >= memory_); }

  /// The score, and whether an event begins.
  void rate(Verdict<Real>& v, const Parameters<Real>& p) {
    if (bar_ > 1) {
      bar_ = larger(Real(1), bar_ * (1 - p.fatigue / (FADE * uint32_t(block_))));
    }
    v.bar = bar_;
    v.isFree = quiet_ >= block_;
    if (calm_ < CALM) calm_++;
    if (!v.isBeyond()) {
      if (!v.isFree) quiet_++;
      return;
    }
    const bool alarm = v.score() > 1;
    if (alarm) {
      v.flags |= ALARM;
      bar_ = smaller(Real(1.5), bar_ * (1 + p.fatigue));
    }
    if (alarm || !v.isFree) {
      quiet_ = 0;
      if (v.isDrift) drift_.tell();
    }
    if ((v.flags & OUTLIER) || (alarm && v.cause != RHYTHM)) {
      calm_ = 0;
      rhythm_.rest();
    } else if (alarm && rhythm_.goesOn()) {
      rhythm_.tell();
    }
  }

  void endBlock(const Parameters<Real>& p) {
    bool refit = false;
    if (isSettled_) {
      maxima_.push(larger(blockMax_, Real(1e-6)));
      blockMax_ = 0;
      refit = maxima_.isFull();
    }
    startBlock(p);
    if (refit) setLimit(true);
  }

  /// Between blocks: the block length and memory asked for come into force.
  void startBlock(const Parameters<Real>& p) {
    if (block_ != p.block) {
      if (quiet_ >= block_ || quiet_ > p.block) quiet_ = p.block;
      block_ = p.block;
    }
    if (memory_ != p.memory || n_ == 0) {
      memory_ = p.memory;
      a_ = memory_ ? Real(1) / memory_ : 0;
    }
    inBlock_ = 0;
    isSettled_ = n_ > 0;  // the first block only settles the moments, and is over at its end
  }

  void setLimit(bool refit) {
    if (refit) {
      fit_ = fitted<N>(maxima_.values(), maxima_.count(), Real(0.8));
      refitted_ = true;
    }
    q_ = fit_.isFitted() ? fit_.quantile(levelLnLn_) : 0;
  }

  Real mean_ = 0;
  Real variance_ = 0;
  Real a_ = 0;  // 1 / memory
  Real blockMax_ = 0;
  Real q_ = 0;
  Real bar_ = 1;
  Real levelLnLn_ = 0;
  Real watcherLnLn_ = 0;
  Weibull<Real> fit_;
  uint32_t n_ = 0;
  uint32_t memory_ = 0;  // in force, as block_ is
  uint16_t block_ = 0;
  uint16_t inBlock_ = 0;
  uint16_t quiet_ = 0;
  uint16_t calm_ = CALM;  // samples since the last event of level or drift
  bool isSettled_ = false;
  bool refitted_ = false;
  Ring<Real, N> maxima_;
  OutlierTimes<M> times_;
  Drift<Real, N> drift_;
  Rhythm<Real, N> rhythm_;
  Season<Real, Bins> season_;
};

}  // namespace tidemark_core
#endif

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
  Detector() { forget(); }

  /// Mean and variance as the next sample will be judged with.
  Real mean() const { return moments_.mean; }
  Real variance() const { return moments_.variance; }
  Real sigma() const { return moments_.sigma(); }
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
    somewhere(this)->forget();
    configure(p);
  }

  /// Takes changed parameters and keeps what was learned; block and memory wait for the next
  /// block, another cycle begins the season anew, a watcher switched off forgets.
  void configure(const Parameters<Real>& p) { somewhere(this)->take(*somewhere(&p)); }

  /// Judges the sample x taken at t ms, then learns from it.
  Verdict<Real> step(Real x, uint64_t t, const Parameters<Real>& p) {
    return somewhere(this)->judge(x, t, *somewhere(&p));
  }

 private:
  TIDEMARK_CALL void take(const Parameters<Real>& p) {
    const bool resized = maxima_.size() != p.maxima;
    maxima_.resize(p.maxima);
    times_.resize(p.outliers - 1);
    levelLnLn_ = lnLnBeyond(p.delta, HORIZON);
    watcherLnLn_ = lnLnBeyond(p.delta, 1);
    if (n_ == 0) startBlock(p);
    setFade(p);
    setLimit(resized && maxima_.isFull());
    if (!(p.drift > 0)) drift_.forget();
    if (!(p.rhythm > 0)) rhythm_.forget();
    drift_.configure(p.maxima, watcherLnLn_);
    rhythm_.configure(p.maxima, p.rhythm, watcherLnLn_);
    season_.configure(p);
  }

  TIDEMARK_CALL Verdict<Real> judge(Real x, uint64_t t, const Parameters<Real>& p) {
    Verdict<Real> v;
    v.mean = moments_.mean;
    v.sigma = sigma();
    v.limit = larger(p.gamma, q_);
    if (!(size(x) < Precision<Real>::largest())) {
      season_.skip();
      return v;
    }
    if (Bins) x = season_.takenOff(x, CLIP * v.limit * root(moments_.variance));
    Real step = x - moments_.mean;
    const Real z = n_ ? step / v.sigma : 0;  // the first deviates from nothing
    const Real far = size(z);
    v.d = p.tail != BOTH && (z < 0) == (p.tail == UPPER) ? 0 : far;
    v.isRated = fit_.isFitted();
    if (v.isRated && exceeds(v.d, p.gamma)) judgeLevel(v, size(step), t, p);
    if (isSettled_) {
      if (exceeds(far, blockMax_) && (!fit_.isFitted() || far <= Real(1.2) * v.limit)) blockMax_ = far;
      if (exceeds(far, v.limit)) step = clamped(step, CLIP * v.limit * v.sigma);
    }
    const Real a = learn(step);
    watch(v, x, a, p);
    rate(v, p);
    if (inBlock_ >= block_) endBlock(p);
    return v;
  }

  TIDEMARK_CALL void forget() {
    memset(static_cast<void*>(this), 0, sizeof *this);
    bar_ = 1;
    calm_ = CALM;
    rhythm_.forget();
  }

  static const uint8_t HORIZON = 8;  // blocks that stay below the limit with probability delta
  static const uint8_t FADE = 32;    // blocks over which a raised bar comes down
  static const uint16_t CALM = 1024;
  static const uint32_t MANY = 0x7fffffff;

  void judgeLevel(Verdict<Real>& v, Real deviation, uint64_t t, const Parameters<Real>& p) {
    v.probability = fit_.cdf(v.d);
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
    moments_.learn(step, a, b);
    return a;
  }

  /// Lets the watchers raise the ratio.
  void watch(Verdict<Real>& v, Real x, Real a, const Parameters<Real>& p) {
    if (inBlock_ >= block_ && p.drift > 0) {
      Finding<Real> found;
      found.far = 0;
      found.width = 1;
      drift_.blockOver(moments_.mean, a, block_, p, watcherLnLn_, found);
      v.isDrift = found.isBeyond();
      if (v.isBelow(found)) v.raise(DRIFT, found);
    }
    if (!exceeds(p.rhythm, Real(0))) return;
    if (inBlock_ == 1) rhythm_.blockBegins(moments_.mean, moments_.variance);
    Finding<Real> found;
    found.far = 0;
    found.width = 1;
    const bool awake = n_ > 2 * uint32_t(block_);
    if (!rhythm_.sample(x, awake, watcherLnLn_, found)) return;
    if (v.isBelow(found) && isCalm()) v.raise(RHYTHM, found);
  }

  /// Whether the mean has had time to learn what the last event was.
  bool isCalm() const { return calm_ >= CALM || (memory_ > 0 && calm_ >= memory_); }

  /// The score, and whether an event begins.
  void rate(Verdict<Real>& v, const Parameters<Real>& p) {
    if (exceeds(bar_, Real(1))) bar_ = larger(Real(1), bar_ * fade_);
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
    setFade(p);
    isSettled_ = n_ > 0;  // the first block only settles the moments, and is over at its end
  }

  TIDEMARK_CALL void setFade(const Parameters<Real>& p) {
    fade_ = 1 - p.fatigue / (FADE * uint32_t(block_));
  }

  void setLimit(bool refit) {
    if (refit) {
      fit_ = fitted<N>(maxima_.values(), maxima_.count());
      refitted_ = true;
    }
    q_ = fit_.isFitted() ? fit_.quantile(levelLnLn_) : 0;
  }

  Moments<Real> moments_;
  Real a_;  // 1 / memory
  Real blockMax_;
  Real q_;
  Real bar_;
  Real fade_;  // what the bar is multiplied by for a sample
  Real levelLnLn_;
  Real watcherLnLn_;
  Weibull<Real> fit_;
  uint32_t n_;
  uint32_t memory_;  // in force, as block_ is
  uint16_t block_;
  uint16_t inBlock_;
  uint16_t quiet_;
  uint16_t calm_;  // samples since the last event of level or drift
  bool isSettled_;
  bool refitted_;
  Ring<Real, N> maxima_;
  OutlierTimes<M> times_;
  Drift<Real, N> drift_;
  Rhythm<Real, N> rhythm_;
  Season<Real, Bins> season_;
};

}  // namespace tidemark_core
#endif

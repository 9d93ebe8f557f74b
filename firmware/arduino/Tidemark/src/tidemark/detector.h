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
class Detector : private Season<Real, Bins>, private Ring<Real, N> {  // an empty base takes no memory
  typedef Ring<Real, N> Maxima;  // of blocks

 public:
  Detector() { forget(); }

  /// Mean and variance as the next sample will be judged with.
  Real mean() const { return moments_.mean; }
  Real variance() const { return moments_.variance; }
  Real sigma() const { return moments_.sigma(); }
  Weibull<Real> fit() const { return fit_.weibull(); }
  Real bar() const { return bar_; }
  /// Samples since the last one of an event, up to a block's.
  uint16_t quiet() const { return quiet_; }
  /// The block length in force.
  uint16_t block() const { return block_; }

  using Season<Real, Bins>::seasonless;
  using Season<Real, Bins>::cycle;
  using Season<Real, Bins>::cycleVariance;

  /// Whether a sample is one to be judged.
  static bool isNumber(Real x) { return exceeds(Precision<Real>::largest(), size(x)); }

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
    Verdict<Real> v;
    somewhere(this)->judge(*somewhere(&v), x, Instant(t), *somewhere(&p));
    return v;
  }

 private:
  TIDEMARK_CALL void take(const Parameters<Real>& p) {
    const bool resized = Maxima::size() != p.maxima;
    Maxima::resize(p.maxima);
    times_.resize(p.outliers - 1);
    levelLnLn_ = lnLnBeyond(p.delta, HORIZON);
    const Real watcherLnLn = lnLnBeyond(p.delta, 1);
    if (n_ == 0) startBlock(p);
    setLimit(p, resized);
    if (!exceeds(p.drift, Real(0))) drift_.forget();
    if (!exceeds(p.rhythm, Real(0))) rhythm_.forget();
    drift_.configure(p.maxima, p.drift, watcherLnLn);
    rhythm_.configure(p.maxima, p.rhythm, watcherLnLn);
    Season<Real, Bins>::configure(p);
  }

  TIDEMARK_CALL void judge(Verdict<Real>& v, Real x, const Instant& t, const Parameters<Real>& p) {
    v.bar = 1;
    v.mean = moments_.mean;
    v.sigma = sigma();
    v.limit = larger(p.gamma, fit_.limit());
    v.found.width = v.limit;
    if (!isNumber(x)) {
      this->skip();
      return;
    }
    if (Bins) x = this->takenOff(x, CLIP * v.limit * root(moments_.variance));
    const Real a = learn(judgeLevel(v, x, t, p));
    if (inBlock_ >= block_ && exceeds(p.drift, Real(0))) watchDrift(v, a, p);
    if (exceeds(p.rhythm, Real(0))) watchRhythm(v, x);
    rate(v, p);
    if (inBlock_ >= block_) endBlock(p);
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
  static const uint32_t ENDLESS = 0x7fffffff;  // the memory of 0

  /// Returns what the moments may learn: x from the mean, but not the whole of an outlier.
  TIDEMARK_CALL Real judgeLevel(Verdict<Real>& v, Real x, const Instant& t, const Parameters<Real>& p) {
    const Real step = x - v.mean;
    const Real z = n_ ? step / v.sigma : 0;  // the first deviates from nothing
    const Real far = size(z);
    if (p.tail == BOTH || isNegative(z) == (p.tail == LOWER)) {
      v.d = far;
      if (fit_.isFitted()) rateLevel(v, step, t, p);
    }
    if (!isSettled_) return step;
    if (exceeds(far, blockMax_) && (!fit_.isFitted() || !exceeds(far, Real(1.2) * v.limit))) blockMax_ = far;
    return exceeds(far, v.limit) ? clamped(step, CLIP * v.limit * v.sigma) : step;
  }

  void rateLevel(Verdict<Real>& v, Real step, const Instant& t, const Parameters<Real>& p) {
    v.found.far = v.d;
    if (!exceeds(v.d, p.gamma)) return;
    v.probability = fit_.cdf(v.d);
    if (!v.found.isBeyond()) return;
    if (!exceeds(size(step), p.least)) {
      v.found.far = 0;
      return;
    }
    v.flags = OUTLIER;
    const Real longest = exceeds(p.meanGap, Real(0)) ? p.meanGap : 5 * p.period;
    if (times_.areClose(t, longest)) v.flags |= COLLECTIVE;
  }

  /// Moves mean and variance. Returns the weight that the mean gave.
  TIDEMARK_CALL Real learn(Real step) {
    if (++n_ == 0) n_--;
    inBlock_++;
    Real a = a_;
    Real b = a_ / 2;  // the variance remembers twice as many
    if (n_ < 2 * memory_) {
      const Real most = Real(1) / n_;
      a = larger(a, most);
      b = larger(b, most);
    }
    moments_.learn(step, a, b);
    return a;
  }

  TIDEMARK_CALL void watchDrift(Verdict<Real>& v, Real a, const Parameters<Real>& p) {
    drift_.blockOver(moments_.mean, a, block_, Tail(p.tail), v.other);
    v.isDrift = v.other.isBeyond();
    v.weigh(DRIFT);
  }

  void watchRhythm(Verdict<Real>& v, Real x) {
    if (inBlock_ == 1) rhythm_.blockBegins(moments_);
    v.other.far = 0;
    rhythm_.sample(x, n_ > 2 * uint32_t(block_), v.other);
    if (isCalm()) v.weigh(RHYTHM);
  }

  /// Whether the mean has had time to learn what the last event was.
  bool isCalm() const { return calm_ >= CALM || calm_ >= memory_; }

  /// The score, and whether an event begins.
  void rate(Verdict<Real>& v, const Parameters<Real>& p) {
    if (exceeds(bar_, Real(1))) {
      bar_ = larger(Real(1), bar_ * fade_);
    }
    v.bar = bar_;
    v.isFree = quiet_ >= block_;
    if (calm_ < CALM) calm_++;
    if (!v.found.isBeyond()) {
      if (!v.isFree) quiet_++;
      return;
    }
    const bool alarm = v.isFree && exceeds(v.found.far, v.found.width * v.bar);
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
    const bool isLearned = isSettled_;
    blockMax_ = larger(blockMax_, Real(1e-6));
    if (isLearned) Maxima::push(blockMax_);
    blockMax_ = 0;
    startBlock(p);
    setLimit(p, isLearned);
  }

  /// Between blocks: the block length and memory asked for come into force.
  TIDEMARK_CALL void startBlock(const Parameters<Real>& p) {
    if (block_ != p.block) {
      if (quiet_ >= block_ || quiet_ > p.block) quiet_ = p.block;
      block_ = p.block;
    }
    const uint32_t memory = p.memory ? p.memory : ENDLESS;
    if (memory_ != memory) {
      memory_ = memory;
      a_ = Real(1) / memory;
    }
    inBlock_ = 0;
    isSettled_ = n_ > 0;  // the first block only settles the moments, and is over at its end
  }

  TIDEMARK_CALL void setLimit(const Parameters<Real>& p, bool refit) {
    fade_ = 1 - p.fatigue / (FADE * uint32_t(block_));
    if (refit && Maxima::isFull()) {
      fit_.template fit<N>(Maxima::values(), Maxima::count());
      refitted_ = true;
    }
    fit_.setLimit(levelLnLn_);
  }

  // The smallest first, which fills what the base leaves, and is near on a Cortex-M0.
  bool isSettled_;
  bool refitted_;
  uint16_t block_;
  uint16_t inBlock_;
  uint16_t quiet_;
  uint16_t calm_;  // samples since the last event of level or drift
  uint32_t n_;
  uint32_t memory_;  // in force, as block_ is
  Moments<Real> moments_;
  Real a_;  // 1 / memory
  Real blockMax_;
  Real bar_;
  Real fade_;  // what the bar is multiplied by for a sample
  Real levelLnLn_;
  MaximaFit<Real> fit_;
  OutlierTimes<M> times_;
  Drift<Real, N> drift_;
  Rhythm<Real, N> rhythm_;
};

}  // namespace tidemark_core
#endif

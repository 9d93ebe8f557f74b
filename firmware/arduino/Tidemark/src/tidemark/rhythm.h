// Rhythm: how long the signal stays on one side of its mean, judged by a watcher.
#ifndef TIDEMARK_RHYTHM_H
#define TIDEMARK_RHYTHM_H

#include "watcher.h"

namespace tidemark_core {

template <typename Real, uint8_t N>
class Rhythm : public Watcher<Real, N> {
 public:
  Rhythm() {
    runs_[0] = runs_[1] = 0;
    usual_[0] = usual_[1] = 0;
    upper_ = Real(1e18);
    lower_ = -upper_;
  }

  /// Takes the band around the mean that parts the sides.
  void blockBegins(Real mean, Real variance) {
    const Real half = Real(0.7) * root(variance);
    upper_ = mean + half;
    lower_ = mean - half;
  }

  /// After an event nothing is told of the runs that it spoils.
  void rest() {
    skip_ = 2;
    deadline_ = NEVER;
  }

  /// The run going on has been told.
  void tell() {
    told_ = true;
    deadline_ = NEVER;
  }

  /// Whether the newest sample was not the first of its run.
  bool goesOn() const { return run_ > 1; }

  /// Judges the run that x ends or goes on with; awake: whether sides count by now. Returns the
  /// ratio; why: of one above 1, in samples.
  Real sample(Real x, bool awake, Real bound, Real lnLn, Why<Real>& why) {
    if (awake) {
      if (x > upper_) {
        if (side_ != 1) return change(1, bound, lnLn, why);
      } else if (x < lower_ && side_ != 2) {
        return change(2, bound, lnLn, why);
      }
    }
    if (run_ < NEVER) run_++;
    return run_ > deadline_ ? overdue(bound, why) : 0;
  }

 private:
  static const uint32_t NEVER = 0xffffffff;
  static const uint8_t BLOCK = 4;
  static const uint8_t MANY = 32;  // runs; from there on each has the same weight
  static Real floor() { return Real(0.1); }

  Real change(uint8_t side, Real bound, Real lnLn, Why<Real>& why) {
    const WatcherKind<Real> kind = {BLOCK, 64, floor()};
    const uint8_t left = side_;
    const uint32_t run = run_;
    const bool told = told_;
    run_ = 1;
    side_ = side;
    told_ = false;
    deadline_ = NEVER;
    if (left == 0) return 0;
    if (skip_) {
      skip_--;
      return 0;
    }
    const uint8_t i = left - 1;
    const Real y = ln(Real(run));
    if (runs_[i] < MANY) runs_[i]++;
    if (runs_[i] == 1) {
      usual_[i] = y;
      return 0;
    }
    const Real was = usual_[i];
    const Real residual = y - was;
    const Real limit = this->limit(bound);
    const Real spread = larger(this->sigma(), floor());
    Real step = residual;
    if (this->n() >= BLOCK) step = clamped(step, CLIP * limit * root(this->variance()));
    usual_[i] = was + step / runs_[i];
    const Real center = was + this->mean();
    Real ratio = this->judge(residual, bound, kind, lnLn);
    if (spread > Real(0.5)) return 0;  // not steady
    if (this->hasFit() && runs_[side - 1]) {
      const Real latest =
          usual_[side - 1] + this->limit(bound) * larger(this->sigma(), floor());
      if (latest < 20) deadline_ = uint32_t(power(latest));  // e^20 samples are years
    }
    if (told) return 0;
    if (ratio > 1) note(y, center, limit * spread, why);
    return ratio;
  }

  Real overdue(Real bound, Why<Real>& why) {
    const Real y = ln(Real(run_));
    const Real usual = usual_[side_ - 1];
    const Real width = this->limit(bound) * larger(this->sigma(), floor());
    note(y, usual, width, why);
    return (y - usual) / width;
  }

  static void note(Real y, Real center, Real width, Why<Real>& why) {
    why.value = power(y);
    why.center = power(center);
    why.limit = power(smaller(Real(20), center + (y > center ? width : -width)));
  }

  Real usual_[2];      // log run of each side
  Real upper_;         // beyond these is a side
  Real lower_;
  uint32_t run_ = 0;   // samples on this side
  uint32_t deadline_ = NEVER;  // above it the run is overdue
  uint8_t runs_[2];    // of each side, up to MANY
  uint8_t side_ = 0;   // 1 above, 2 below, 0 neither so far
  uint8_t skip_ = 1;   // runs to be passed over
  bool told_ = false;
};

}  // namespace tidemark_core
#endif

// Rhythm: how long the signal stays on one side of its mean, judged by a watcher.
#ifndef TIDEMARK_RHYTHM_H
#define TIDEMARK_RHYTHM_H

#include "flash.h"
#include "watcher.h"

namespace tidemark_core {

#ifdef __AVR__
const uint8_t LOGARITHMS = 16;
const FlashNumber LN[LOGARITHMS] TIDEMARK_FLASH = {
    0,           0.693147181, 1.098612289, 1.386294361, 1.609437912, 1.791759469,
    1.945910149, 2.079441542, 2.197224577, 2.302585093, 2.397895273, 2.484906650,
    2.564949357, 2.639057330, 2.708050201, 2.772588722};
#endif

template <typename Real, uint8_t N>
class Rhythm : public Watcher<Real, N> {
 public:
  TIDEMARK_CALL void forget() {
    memset(static_cast<void*>(this), 0, sizeof *this);
    upper_ = Real(1e18);
    lower_ = -upper_;
    deadline_ = NEVER;
    skip_ = 1;
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

  /// To be called after any change of parameters; what was learned stays.
  void configure(uint8_t maxima, Real bound, Real lnLn) {
    if (deadline_ != NEVER) settle();
    bound_ = bound;
    Watcher<Real, N>::configure(maxima, lnLn);
  }

  /// Judges the run that x ends or goes on with; awake: whether sides count by now. Of what it
  /// finds, why is in samples. Whether it looked.
  bool sample(Real x, bool awake, Finding<Real>& found) {
    if (awake) {
      if (x > upper_) {
        if (side_ != 1) return change(1, found), true;
      } else if (side_ != 2 && x < lower_) {
        return change(2, found), true;
      }
    }
    if (++run_ == 0) run_ = NEVER;
    if (run_ <= deadline_) return false;
    settle();
    if (run_ <= deadline_) return false;
    overdue(found);
    return true;
  }

 private:
  static const uint32_t NEVER = 0xffffffff;
  static const uint8_t MANY = 32;  // runs; from there on each has the same weight

  TIDEMARK_CALL void change(uint8_t side, Finding<Real>& found) {
    const uint8_t left = side_;
    const uint32_t run = run_;
    const bool told = told_;
    run_ = 1;
    side_ = side;
    told_ = false;
    deadline_ = NEVER;
    if (left == 0) return;
    if (skip_) {
      skip_--;
      return;
    }
    const uint8_t i = left - 1;
    const Real y = lnOf(run);
    if (runs_[i] < MANY) runs_[i]++;
    if (runs_[i] == 1) {
      usual_[i] = y;
      return;
    }
    const Real was = usual_[i];
    const Real mean = this->moments().mean;
    const Real deviation = root(this->moments().variance);
    const Real sigma = this->moments().sigmaFrom(deviation);
    const Real limit = this->limit(bound_);
    const Real residual = y - was;
    Real step = residual;
    if (this->n() >= RUNS_BLOCK) step = clamped(step, limit * (CLIP * deviation));
    usual_[i] = was + (runs_[i] == MANY ? step * Real(1.0 / MANY) : step / runs_[i]);
    this->judge(residual, RUNS, limit, sigma, found);
    const bool isSteady = !(sigma > Real(0.5));
    if (isSteady && this->hasFit() && runs_[side - 1]) expect();
    if (!isSteady || told) found.far = 0;
    if (found.isBeyond()) note(y, was + mean, found);
  }

  /// Of a small whole number a table's: the function takes an AVR longer than all the rest.
  static Real lnOf(uint32_t run) {
#ifdef __AVR__
    if (run <= LOGARITHMS) return flashNumber(LN + uint8_t(run) - 1);
#endif
    return ln(Real(run));
  }

  /// No run is overdue before this. When one is, takes two more functions: `settle` does that for
  /// those that come so far.
  void expect() {
    const Real x = usual_[side_ - 1] + this->limit(bound_) * runsFloor<Real>();
    if (!(x < 20)) return;  // e^20 samples are years
    Real least = 1 + x / 8;  // its eighth power is less than e^x
    least *= least;
    least *= least;
    deadline_ = uint32_t(least * least);
    isSettled_ = false;
  }

  /// How much longer than usual a run may be, in logarithms.
  TIDEMARK_CALL Real width() const {
    return this->limit(bound_) * larger(this->moments().sigma(), runsFloor<Real>());
  }

  TIDEMARK_CALL void settle() {
    if (isSettled_) return;
    isSettled_ = true;
    const Real latest = usual_[side_ - 1] + width();
    deadline_ = latest < 20 ? uint32_t(power(latest)) : NEVER;
  }

  void overdue(Finding<Real>& found) {
    const Real y = lnOf(run_);
    const Real usual = usual_[side_ - 1];
    found.width = width();
    found.far = y - usual;
    note(y, usual, found);
  }

  static TIDEMARK_CALL void note(Real y, Real center, Finding<Real>& found) {
    const Real limit = center + (y > center ? found.width : -found.width);
    found.why.value = power(y);
    found.why.center = power(center);
    found.why.limit = power(limit < 20 ? limit : Real(20));
  }

  Real usual_[2];      // log run of each side
  Real upper_;         // beyond these is a side
  Real lower_;
  Real bound_;
  uint32_t run_;   // samples on this side
  uint32_t deadline_;  // above it the run is overdue, if that is settled
  uint8_t runs_[2];    // of each side, up to MANY
  uint8_t side_ : 2;  // 1 above, 2 below, 0 neither so far
  uint8_t skip_ : 2;  // runs to be passed over
  bool told_ : 1;
  bool isSettled_ : 1;
};

}  // namespace tidemark_core
#endif

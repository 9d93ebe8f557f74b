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
    half_ = Real(1e18);
    deadline_ = NEVER;
    skip_ = 1;
  }

  /// Takes the band around the mean that parts the sides.
  void blockBegins(const Moments<Real>& moments) {
    middle_ = moments.mean;
    half_ = Real(0.7) * root(moments.variance);
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
    Watcher<Real, N>::configure(maxima, bound, lnLn);
  }

  /// Judges the run that x ends or goes on with; awake: whether sides count by now. Finds logarithms of
  /// samples.
  void sample(Real x, bool awake, Finding<Real>& found) {
    x -= middle_;
    if (awake && exceeds(size(x), half_)) {
      const uint8_t side = isNegative(x) ? 2 : 1;
      if (side_ != side) return change(side, found);
    }
    if (++run_ == 0) run_ = NEVER;
    if (run_ <= deadline_) return;
    settle();
    if (run_ > deadline_) overdue(found);
  }

 private:
  static const uint32_t NEVER = 0xffffffff;
  static const uint8_t MANY = 32;  // runs; from there on each has the same weight

  TIDEMARK_CALL void change(uint8_t side, Finding<Real>& found) {
    const uint8_t left = side_;
    found.value = lnOf(run_);
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
    uint8_t& runs = runs_[left - 1];
    Real& usual = usual_[left - 1];
    if (runs < MANY) runs++;
    if (runs == 1) {
      usual = found.value;
      return;
    }
    found.center = usual;
    const Real sigma = this->moments().sigma();
    Real step = found.value - found.center;
    if (this->n() >= RUNS_BLOCK) step = clamped(step, CLIP * this->limit() * sigma);
    usual += step / runs;
    this->judge(RUNS, sigma, found);
    if (exceeds(sigma, Real(0.5)) || told) found.far = 0;
    if (!exceeds(sigma, Real(0.5)) && this->hasFit() && runs_[side - 1]) expect();
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
    const Real x = usual_[side_ - 1] + this->limit() * runsFloor<Real>();
    if (!exceeds(Real(20), x)) return;  // e^20 samples are years
    deadline_ = uint32_t(lessThanPower(float(x)));
    isSettled_ = false;
  }

  TIDEMARK_CALL void settle() {
    if (isSettled_) return;
    isSettled_ = true;
    const Real latest = usual_[side_ - 1] + this->width(this->moments().sigma());
    deadline_ = exceeds(Real(20), latest) ? uint32_t(power(latest)) : NEVER;
  }

  void overdue(Finding<Real>& found) {
    found.value = lnOf(run_);
    found.center = usual_[side_ - 1];
    found.width = this->width(this->moments().sigma());
    found.far = found.value - found.center;
  }

  uint8_t runs_[2];  // of each side, up to MANY
  uint8_t side_;     // 1 above, 2 below, 0 neither so far
  uint8_t skip_ : 2;  // runs to be passed over
  bool told_ : 1;
  bool isSettled_ : 1;
  Real usual_[2];  // log run of each side
  Real middle_;  // further than half from it is a side
  Real half_;
  uint32_t run_;       // samples on this side
  uint32_t deadline_;  // above it the run is overdue, if that is settled
};

}  // namespace tidemark_core
#endif

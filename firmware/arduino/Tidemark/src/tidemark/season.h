// Season: what is usual at this phase of a cycle, learned and taken off before the judging.
#ifndef TIDEMARK_SEASON_H
#define TIDEMARK_SEASON_H

#include "numbers.h"
#include "parameters.h"

namespace tidemark_core {

/// Bins: numbers kept for one cycle, at most. With bytes of 0 it is as none.
template <typename Real, uint16_t Bins>
class Season {
 public:
  /// To be called after any change of parameters: another cycle begins the profile anew.
  void configure(const Parameters<Real>& p) {
    if (season_ == p.season && period_ == p.period && wanted_ == p.bins) return;
    season_ = p.season;
    period_ = p.period;
    wanted_ = p.bins;
    samples_ = p.season >= Real(1.5) * p.period ? uint32_t(p.season / p.period + Real(0.5)) : 0;
    bins_ = uint16_t(smaller(smaller(uint32_t(p.bins), uint32_t(Bins)), samples_));
    phase_ = 0;
    cycles_ = 0;
    hasUsual_ = false;
    for (uint16_t i = 0; i < bins_; i++) visits_[i] = 0;
  }

  /// A sample that is none takes its place in the cycle.
  void skip() {
    if (samples_ && ++phase_ >= samples_) {
      phase_ = 0;
      if (cycles_ < 3) cycles_++;
    }
  }

  /// x without what is usual now. most: what a sample may move the profile by.
  Real takenOff(Real x, Real most) {
    seasonless_ = samples_ ? without(x, most) : x;
    return seasonless_;
  }

  /// The same of the newest sample again.
  Real seasonless(Real) const { return seasonless_; }
  /// Samples of a cycle; 0: there is none.
  uint32_t cycle() const { return samples_; }

  /// How far the cycle swings: variance of what is usual at its phases.
  Real cycleVariance() const {
    const Real mean = meanProfile();
    Real sum = 0;
    uint16_t count = 0;
    for (uint16_t i = 0; i < bins_; i++) {
      if (visits_[i] == 0) continue;
      sum += (profile_[i] - mean) * (profile_[i] - mean);
      count++;
    }
    return count ? sum / count : 0;
  }

 private:
  static const uint8_t CYCLES = 16;  // that the profile remembers

  Real without(Real x, Real most) {
    const uint16_t k = uint16_t(uint64_t(phase_) * bins_ / samples_);
    const bool settles = cycles_ >= 1;
    const bool clamps = cycles_ > 2 || (cycles_ == 2 && phase_ > 0);
    skip();
    if (visits_[k] == 0) {
      profile_[k] = x;
      visits_[k] = 1;
      return x;
    }
    if (settles && !hasUsual_) {
      usual_ = meanProfile();
      hasUsual_ = true;
    }
    const Real y = x - profile_[k];
    if (visits_[k] < CYCLES) visits_[k]++;
    profile_[k] += (clamps ? clamped(y, most) : y) / visits_[k];
    return hasUsual_ ? y + usual_ : x;
  }

  Real meanProfile() const {
    Real sum = 0;
    uint16_t count = 0;
    for (uint16_t i = 0; i < bins_; i++) {
      if (visits_[i] == 0) continue;
      sum += profile_[i];
      count++;
    }
    return sum / count;
  }

  Real season_;
  Real period_;
  Real usual_;
  Real seasonless_;
  uint32_t samples_;  // of a cycle; 0: there is none
  uint32_t phase_;
  uint16_t wanted_;
  uint16_t bins_;
  uint8_t cycles_;  // that are over, up to 3
  bool hasUsual_;
  Real profile_[Bins];
  uint8_t visits_[Bins];
};

/// A build without: takes no memory and takes nothing off.
template <typename Real>
class Season<Real, 0> {
 public:
  void configure(const Parameters<Real>&) {}
  void skip() {}
  Real takenOff(Real x, Real) { return x; }
  Real seasonless(Real x) const { return x; }
  uint32_t cycle() const { return 0; }
  Real cycleVariance() const { return 0; }
};

}  // namespace tidemark_core
#endif

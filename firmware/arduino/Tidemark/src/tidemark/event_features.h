// What an event was like: the numbers of src/naming/featureTable.ts of Tidemark, gathered as its samples
// come, from its alarm to the end of its hold-off. What is kept does not grow.
#ifndef TIDEMARK_EVENT_FEATURES_H
#define TIDEMARK_EVENT_FEATURES_H

#include "flash.h"
#include "spectrum.h"
#include "verdict.h"

namespace tidemark_core {

const uint8_t FEATURES_VERSION = 1;
const uint8_t FEATURE_COUNT = 29;
/// In the order in which `features` gives them.
const char FEATURES[] TIDEMARK_FLASH =
    "channel cause peak size mean last samples lasted outliers gap energy crest changes rise shift"
    " slope variance calm equal roughness beyond balance spread part tone low middle high centroid";

/// The event of one channel. What is of the quiet samples so far (`quiet...`) joins the event's
/// (`length`, `sum`, `squares`) when it goes on.
template <typename Real>
class OpenEvent {
 public:
  OpenEvent() { forget(); }

  bool isOpen() const { return isOpen_; }
  void forget() { isOpen_ = false; }

  /// Takes the sample that the detector has just judged, valid or not: the alarm that opens the event,
  /// or one while it is open. Returns whether the event is over with it.
  template <typename Detector>
  bool take(const Detector& detector, const Verdict<Real>& v, Real raw, uint64_t t) {
    if (!isOpen_) open(detector, v, t);
    else if (!Detector::isNumber(raw)) return false;
    const Real u = clamped((detector.seasonless(raw) - center_) / sigma_, Real(1e6));
    takeDeviation(u, raw, v.flags & OUTLIER);
    still_ = detector.cycle() && size(u) > limit_ ? 0 : still_ + 1;
    if (detector.quiet() == 0) {
      goOn(u, t);
      return false;
    }
    const uint32_t block = detector.block();
    const uint32_t longest = MOST_BLOCKS * block;
    // With a season a cycle, so that each phase was seen again.
    const uint32_t hold = larger(block, smaller(detector.cycle(), longest));
    if (still_ < hold && quiet_ < longest) return false;
    isOpen_ = false;
    return true;
  }

  /// The numbers of an event that is over, all finite. hasSpectrum: whether those of its periods are
  /// wanted, which take a small board a while.
  void features(uint8_t channel, bool hasSpectrum, Real* numbers) const {
    const Real n = Real(samples_);
    const Real length = Real(length_);
    const Real quiet = Real(quiet_);
    const Real s = peak_ < 0 ? -1 : 1;
    const Real total = sum_ + quietSum_;
    const Real squares = squares_ + quietSquares_;
    const Real mean = total / n;
    const Real square = squares / n;
    const Real when = squares > 0 ? when_ / squares : 0;
    const Real variance = notBelow0(square - mean * mean);
    const Real later = quiet_ ? quietSum_ / quiet : 0;
    const Real steps = samples_ > 1 ? n - 1 : 1;
    const Real far = size(peak_ * sigma_);
    const Spectrum<Real> periods =
        hasSpectrum ? spectrumOf(window_, samples_) : Spectrum<Real>{0, 0, 0, 0, 0};
    const Real all[FEATURE_COUNT] = {
        Real(channel),
        Real(cause_),
        peak_,
        ln(larger(far, Real(1e-12))),
        s * sum_ / length,
        s * last_,
        length,
        Real(lastAt_ - firstAt_),
        Real(outliers_),
        outliers_ > 1 ? Real(lastOutlier_ - firstOutlier_) / Real(outliers_ - 1) : 0,
        ln(1 + squares_),
        square > 0 ? size(peak_) / root(square) : 0,
        Real(changes_) / steps,
        Real(peakAt_),
        s * later,
        samples_ > 1 ? s * 12 * (moment_ - mean * n * (n - 1) / 2) / (n * (n * n - 1)) : 0,
        variance,
        quiet_ ? notBelow0(quietSquares_ / quiet - later * later) : 0,
        Real(longest_),
        variance > Real(1e-9) ? steps_ / steps / variance : 0,
        Real(beyond_),
        squares > 0 ? s * total / absolute_ : 0,
        squares > 0 ? root(notBelow0(spread_ / squares - when * when)) : 0,
        far / usual_,
        periods.tone,
        periods.low,
        periods.middle,
        periods.high,
        periods.centroid,
    };
    for (uint8_t i = 0; i < FEATURE_COUNT; i++) numbers[i] = all[i];
  }

 private:
  static const uint8_t MOST_BLOCKS = 8;  // that are waited for

  static Real notBelow0(Real x) { return x > 0 ? x : 0; }

  template <typename Detector>
  void open(const Detector& detector, const Verdict<Real>& v, uint64_t t) {
    memset(static_cast<void*>(this), 0, sizeof *this);
    isOpen_ = true;
    center_ = v.mean;
    sigma_ = v.sigma;
    usual_ = detector.cycle() ? root(v.sigma * v.sigma + detector.cycleVariance()) : v.sigma;
    cause_ = v.cause;
    limit_ = v.limit;
    firstAt_ = t;
  }

  void takeDeviation(Real u, Real raw, bool isOutlier) {
    const uint32_t at = samples_++;
    const Real i = Real(at);
    if (at < WINDOW) window_[at] = u;
    if (at) {
      const Real step = u - before_;
      steps_ += step * step;
      if ((u > 0) != (before_ > 0)) changes_++;
    }
    equal_ = at && raw == raw_ ? equal_ + 1 : 1;
    longest_ = larger(longest_, equal_);
    raw_ = raw;
    before_ = u;
    moment_ += i * u;
    const Real square = u * u;
    when_ += i * square;
    spread_ += i * (i * square);
    const Real far = size(u);
    absolute_ += far;
    if (far > size(peak_)) {
      peak_ = u;
      peakAt_ = at;
    }
    if (far > limit_) beyond_++;
    quiet_++;
    quietSum_ += u;
    quietSquares_ += square;
    if (!isOutlier) return;
    if (outliers_++ == 0) firstOutlier_ = at;
    lastOutlier_ = at;
  }

  /// The newest sample is of the event, and so are the quiet ones before it.
  void goOn(Real u, uint64_t t) {
    length_ += quiet_;
    sum_ += quietSum_;
    squares_ += quietSquares_;
    quiet_ = 0;
    quietSum_ = 0;
    quietSquares_ = 0;
    still_ = 0;
    last_ = u;
    lastAt_ = t;
  }

  Real window_[WINDOW];  // the first deviations
  uint64_t firstAt_;
  uint64_t lastAt_;
  Real center_;
  Real sigma_;
  Real usual_;  // standard deviation with the cycle in it
  Real limit_;
  Real sum_;
  Real squares_;
  Real quietSum_;
  Real quietSquares_;
  Real peak_;
  Real last_;
  Real before_;
  Real steps_;
  Real moment_;
  Real raw_;
  Real absolute_;
  Real when_;
  Real spread_;
  uint32_t samples_;
  uint32_t still_;  // samples since there was anything of the event
  uint32_t length_;
  uint32_t quiet_;
  uint32_t peakAt_;
  uint32_t outliers_;
  uint32_t firstOutlier_;
  uint32_t lastOutlier_;
  uint32_t changes_;
  uint32_t equal_;
  uint32_t longest_;
  uint32_t beyond_;
  uint8_t cause_;
  bool isOpen_;
};

}  // namespace tidemark_core
#endif

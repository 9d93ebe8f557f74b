// The parameters of a board, and what single channels have of their own.
#ifndef TIDEMARK_SETTINGS_H
#define TIDEMARK_SETTINGS_H

#include "parameter_table.h"

namespace tidemark_core {

template <typename Real, uint8_t Channels>
class Settings {
 public:
  static_assert(Channels >= 1 && Channels <= 16, "1 to 16 channels");

  Settings() {
    for (uint8_t c = 0; c < Channels; c++) own_[c] = 0;
  }

  /// The board's.
  const Parameters<Real>& all() const { return all_; }
  /// Those that a channel is judged by.
  const Parameters<Real>& of(uint8_t channel) const { return of_[channel]; }
  /// Whether a channel has a parameter of its own (or, for place::judge, is left unjudged).
  bool isOwn(uint8_t channel, uint8_t i) const { return own_[channel] >> i & 1; }
  bool hasOwn(uint8_t channel) const { return own_[channel] != 0; }

  void setAll(const Parameters<Real>& all) {
    all_ = all;
    for (uint8_t c = 0; c < Channels; c++) follow(c);
  }

  void setOwn(uint8_t channel, uint8_t i, Real value) {
    own_[channel] |= uint16_t(1) << i;
    if (i < place::COUNT) setAt(of_[channel], i, value);
  }

  void clearOwn(uint8_t channel, uint8_t i) {
    own_[channel] &= uint16_t(~(uint16_t(1) << i));
    follow(channel);
  }

 private:
  /// What is not a channel's own is the board's.
  void follow(uint8_t channel) {
    for (uint8_t i = 0; i < place::COUNT; i++) {
      if (!isOwn(channel, i)) setAt(of_[channel], i, valueAt(all_, i));
    }
  }

  Parameters<Real> all_;
  Parameters<Real> of_[Channels];
  uint16_t own_[Channels];  // a bit for each place
};

}  // namespace tidemark_core
#endif

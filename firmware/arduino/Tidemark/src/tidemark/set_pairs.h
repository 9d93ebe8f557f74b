// What a `set` asks for.
#ifndef TIDEMARK_SET_PAIRS_H
#define TIDEMARK_SET_PAIRS_H

#include "command.h"
#include "settings.h"

namespace tidemark_core {

/// Applies "name=value" fields to the board's parameters or, from 0 on, to a channel's.
template <typename Real, uint8_t Channels>
Refusal takePairs(Command& command, int16_t channel, const Limits& limits,
                  Settings<Real, Channels>& changed) {
  uint16_t given = 0;
  Parameters<Real> all = changed.all();
  Piece field;
  while (command.next(field)) {
    uint16_t split = 0;
    while (split < field.length && field.at[split] != '=') split++;
    if (split == field.length) return Refusal(Refusal::FORM);
    const Piece name = trimmed({field.at, split});
    const Piece text = trimmed({field.at + split + 1, uint16_t(field.length - split - 1)});
    if (name.length == 0) return Refusal(Refusal::FORM);
    const uint8_t i = placeOf(name.at, name.length);
    if (i > place::judge || (i == place::judge && channel < 0)) {
      return Refusal(Refusal::UNKNOWN, Refusal::NO_PLACE, name.at, name.length);
    }
    if (given >> i & 1) return Refusal(Refusal::TWICE, i);
    given |= uint16_t(1) << i;
    if (channel >= 0 && i == place::period) return Refusal(Refusal::SHARED, i);
    if (channel >= 0 && text.length == 0) {
      changed.clearOwn(uint8_t(channel), i);
      continue;
    }
    Real value;
    const Refusal refusal = readValue(i, text.at, text.length, limits, value);
    if (refusal.reason != Refusal::NONE) return refusal;
    if (channel < 0) setAt(all, i, value);
    else if (i == place::judge && value == 1) changed.clearOwn(uint8_t(channel), i);
    else changed.setOwn(uint8_t(channel), i, value);
  }
  if (given == 0) return Refusal(Refusal::FORM);
  changed.setAll(all);
  return Refusal();
}

}  // namespace tidemark_core
#endif

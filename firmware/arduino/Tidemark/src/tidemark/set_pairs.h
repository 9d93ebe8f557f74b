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

/// Applies the fields of a `set`: pairs, with "ch=<number>" in front if they are one channel's.
template <typename Real, uint8_t Channels>
Refusal takeSet(Command& command, const Limits& limits, Settings<Real, Channels>& changed) {
  Command ahead = command;
  Piece field;
  int16_t channel = -1;
  if (ahead.next(field)) {
    field = trimmed(field);
    if (field.length >= 3 && field.at[0] == 'c' && field.at[1] == 'h' && field.at[2] == '=') {
      int32_t number;
      const Piece digits = {field.at + 3, uint16_t(field.length - 3)};
      if (digits.has('-') || digits.has('+') || !readWhole(digits.at, digits.length, number)) {
        return Refusal(Refusal::CHANNEL_TYPE);
      }
      if (number >= Channels) return Refusal(Refusal::CHANNEL_RANGE);
      channel = int16_t(number);
      command = ahead;
    }
  }
  return takePairs(command, channel, limits, changed);
}

}  // namespace tidemark_core
#endif

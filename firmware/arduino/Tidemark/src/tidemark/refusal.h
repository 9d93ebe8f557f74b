// Why a command is refused.
#ifndef TIDEMARK_REFUSAL_H
#define TIDEMARK_REFUSAL_H

#include <stdint.h>

namespace tidemark_core {

/// A case of refusal, and what it is about: a parameter by its place, or a text of the command.
struct Refusal {
  enum Case : uint8_t {
    NONE,
    RANGE,    // of a parameter
    TYPE,     // of a parameter
    UNKNOWN,  // parameter
    SHARED,   // parameter, which no channel may override
    TWICE,    // parameter
    CHANNEL_TYPE,
    CHANNEL_RANGE,
    FORM,
    LETTERS,
    ID,
    VALUES,
    SUM,
    TOO_LONG,
    OP,
    NOWHERE,  // to save
    NOT_SAVED,
    MODEL,  // its own words say why
  };
  static const uint8_t NO_PLACE = 0xff;

  uint8_t reason;
  uint8_t place;
  const char* text;
  uint16_t length;

  Refusal(Case reason = NONE, uint8_t place = NO_PLACE, const char* text = nullptr,
          uint16_t length = 0)
      : reason(reason), place(place), text(text), length(length) {}
};

}  // namespace tidemark_core
#endif

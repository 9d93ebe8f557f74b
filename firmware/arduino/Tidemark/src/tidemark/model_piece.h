// A piece of a model's file, as a command brings it.
#ifndef TIDEMARK_MODEL_PIECE_H
#define TIDEMARK_MODEL_PIECE_H

#include "command.h"
#include "decimal.h"

namespace tidemark_core {

/// The value of a letter of base64, or 64.
inline uint8_t base64Of(char c) {
  if (c >= 'A' && c <= 'Z') return uint8_t(c - 'A');
  if (c >= 'a' && c <= 'z') return uint8_t(c - 'a' + 26);
  if (c >= '0' && c <= '9') return uint8_t(c - '0' + 52);
  return c == '+' ? 62 : c == '/' ? 63 : 64;
}

/// number: from 1. of: how many there are, 0 to remove the model on board.
struct ModelPiece {
  int32_t number = 0;
  int32_t of = 0;
  Piece data = {"", 0};

  /// Whether the fields of a command are one.
  bool read(Command command) {
    Piece fields[3];
    for (uint8_t i = 0; i < 3; i++) {
      if (!command.next(fields[i])) return false;
    }
    data = trimmed(fields[2]);
    return !command.hasFields() && isCount(fields[0], number) && isCount(fields[1], of);
  }

  bool isLast() const { return number == of; }

  bool isBase64() const {
    if (data.length % 4) return false;
    for (uint16_t i = 0; i < data.length; i++) {
      const bool isEnd = i + 2 >= data.length && data.at[data.length - 1] == '=';
      if (base64Of(data.at[i]) > 63 && !(data.at[i] == '=' && isEnd)) return false;
    }
    return true;
  }

  /// Gives each byte of what is base64.
  template <typename Taker>
  void giveTo(Taker& taker) const {
    uint32_t bits = 0;
    for (uint16_t i = 0; i < data.length; i++) {
      if (data.at[i] == '=') return;
      bits = bits << 6 | base64Of(data.at[i]);
      if (i % 4) taker.take(char(bits >> (6 - 2 * (i % 4)) & 255));
    }
  }

 private:
  static bool isCount(Piece text, int32_t& count) {
    return !text.has('-') && !text.has('+') && readWhole(text.at, text.length, count);
  }
};

}  // namespace tidemark_core
#endif

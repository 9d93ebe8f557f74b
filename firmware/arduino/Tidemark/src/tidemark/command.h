// A line of the host, taken apart.
#ifndef TIDEMARK_COMMAND_H
#define TIDEMARK_COMMAND_H

#include <stdint.h>

#include "flash.h"
#include "refusal.h"

namespace tidemark_core {

/// Letters of a line.
struct Piece {
  const char* at;
  uint16_t length;

  bool has(char letter) const {
    for (uint16_t i = 0; i < length; i++) {
      if (at[i] == letter) return true;
    }
    return false;
  }
};

inline bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline Piece trimmed(Piece piece) {
  while (piece.length && isBlank(*piece.at)) {
    piece.at++;
    piece.length--;
  }
  while (piece.length && isBlank(piece.at[piece.length - 1])) piece.length--;
  return piece;
}

/// What a terminal's echo may send back.
inline bool isOwnLine(Piece line) {
  if (line.length < 2 || line.at[1] != ',') return false;
  const char types[] = "hpsefrlwnm";
  for (const char* type = types; *type; type++) {
    if (line.at[0] == *type) return true;
  }
  return false;
}

/// <op>,<id>,<field>,... or the same with blanks; id and sum may be left out.
class Command {
 public:
  static const uint8_t LONGEST_ID = 16;

  Piece op = {"", 0};
  Piece id = {"", 0};
  uint32_t mark = 0;  // a hash of the letters without the sum

  /// Takes a line apart that has no blanks around it. Refusals: parse, sum. The id is there then,
  /// too, if it could be read.
  Refusal take(Piece line) {
    for (uint16_t i = 0; i < line.length; i++) {
      const char c = line.at[i];
      if ((c < ' ' && c != '\t') || c > '~') return Refusal(Refusal::LETTERS);
    }
    rest_ = line;
    Piece sum = {nullptr, 0};
    for (uint16_t i = line.length; i > 0; i--) {
      if (line.at[i - 1] != '*') continue;
      rest_.length = uint16_t(i - 1);
      sum.at = line.at + i;
      sum.length = uint16_t(line.length - i);
      break;
    }
    mark = 2166136261u;  // FNV-1a
    uint8_t total = 0;
    for (uint16_t i = 0; i < rest_.length; i++) {
      const uint8_t c = uint8_t(rest_.at[i]);
      total ^= c;
      mark = (mark ^ c) * 16777619u;
    }
    isSplitByCommas_ = rest_.has(',');
    Piece field;
    if (next(field)) op = trimmed(field);
    const Piece before = rest_;
    const bool ended = isEnded_;
    if (next(field) && !field.has('=')) {
      field = trimmed(field);
      if (field.length > LONGEST_ID || field.has('*') || field.has('\t')) {
        return Refusal(Refusal::ID);
      }
      id = field;
    } else {
      rest_ = before;
      isEnded_ = ended;
    }
    if (sum.at && !isSum(sum, total)) return Refusal(Refusal::SUM);
    return Refusal();
  }

  /// Takes fields apart that have no op, no id and no sum.
  void takeFields(Piece fields) {
    rest_ = fields;
    isSplitByCommas_ = true;
  }

  bool is(const char* flashText) const { return isFlashWord(flashText, op.at, op.length); }
  /// Whether there are fields left.
  bool hasFields() {
    Command ahead = *this;
    Piece field;
    return ahead.next(field);
  }

  /// The next field. Whether there was one.
  bool next(Piece& field) {
    if (isEnded_) return false;
    if (!isSplitByCommas_) {
      while (rest_.length && isBlank(*rest_.at)) advance(1);
      if (rest_.length == 0) {
        isEnded_ = true;
        return false;
      }
    }
    uint16_t length = 0;
    while (length < rest_.length &&
           !(isSplitByCommas_ ? rest_.at[length] == ',' : isBlank(rest_.at[length]))) {
      length++;
    }
    field.at = rest_.at;
    field.length = length;
    if (length == rest_.length) isEnded_ = true;
    else advance(uint16_t(length + 1));
    return true;
  }

 private:
  void advance(uint16_t letters) {
    rest_.at += letters;
    rest_.length = uint16_t(rest_.length - letters);
  }

  static bool isSum(Piece sum, uint8_t total) {
    if (sum.length != 2) return false;
    for (uint8_t i = 0; i < 2; i++) {
      const uint8_t digit = i == 0 ? total >> 4 : total & 15;
      const char c = sum.at[i];
      const char upper = c >= 'a' && c <= 'z' ? char(c - 32) : c;
      if (upper != char(digit < 10 ? '0' + digit : 'A' + digit - 10)) return false;
    }
    return true;
  }

  Piece rest_ = {nullptr, 0};
  bool isSplitByCommas_ = false;
  bool isEnded_ = false;
};

}  // namespace tidemark_core
#endif

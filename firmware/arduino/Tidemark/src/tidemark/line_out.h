// Lines to the host, letter by letter: none is ever held in memory.
#ifndef TIDEMARK_LINE_OUT_H
#define TIDEMARK_LINE_OUT_H

#include "decimal.h"
#include "flash.h"

namespace tidemark_core {

class LineOut {
 public:
  /// put(to, letter) takes every letter.
  typedef void (*Put)(void* to, char letter);
  LineOut(Put put, void* to) : put_(put), to_(to) {}

  void letter(char c) {
    sum_ ^= uint8_t(c);
    put_(to_, c);
  }

  /// The star, the sum of all letters since the last line, and the end of the line.
  void end() {
    const uint8_t sum = sum_;
    letter('*');
    hex(sum >> 4);
    hex(sum & 15);
    letter('\n');
    sum_ = 0;
  }

  /// A text in flash.
  void flash(const char* text) {
    while (const char c = flashChar(text++)) letter(c);
  }

  /// One word of a flash text of words.
  void word(const char* words, uint8_t place) {
    const char* at = flashWord(words, place);
    for (char c = flashChar(at); c != 0 && c != ' '; c = flashChar(++at)) letter(c);
  }

  /// Text as it is.
  void text(const char* text, uint16_t length) {
    for (uint16_t i = 0; i < length; i++) letter(text[i]);
  }

  /// Text without what would break a field.
  void clean(const char* text, uint16_t length) {
    for (uint16_t i = 0; i < length && text[i]; i++) {
      const char c = text[i];
      letter(c == ',' || c == '*' || c == '=' || c < ' ' || c > '~' ? ' ' : c);
    }
  }

  /// width: digits, zeros in front, at least.
  void whole(uint32_t value, uint8_t width = 1) {
    char digits[10];
    uint8_t count = 0;
    do {
      digits[count++] = char('0' + value % 10);
      value /= 10;
    } while (value || count < width);
    while (count) letter(digits[--count]);
  }

  void time(uint64_t ms) {
    const uint32_t split = 1000000000;
    const uint32_t high = ms >> 32 ? uint32_t(ms / split) : 0;
    if (high) {
      whole(high);
      whole(uint32_t(ms % split), 9);
    } else {
      whole(uint32_t(ms));
    }
  }

  void field(uint32_t value) {
    letter(',');
    whole(value);
  }

  void timeField(uint64_t ms) {
    letter(',');
    time(ms);
  }

  template <typename Real>
  void roundedField(Real value) {
    letter(',');
    rounded(value);
  }

  /// The shortest decimal that reads back as the same value.
  template <typename Real>
  void number(Real value) {
    if (!isPlain(value)) shortest(size(value), 6, Precision<Real>::digits);
  }

  /// A share of all, 0 to 1: three digits at most.
  template <typename Real>
  void share(Real value) {
    if (!isPlain(value)) shortest(value, 3, 3);
  }

  /// Six significant digits at most.
  template <typename Real>
  void rounded(Real value) {
    if (!isPlain(value)) shortest(size(value), 6, 6);
  }

 private:
  void hex(uint8_t digit) { letter(char(digit < 10 ? '0' + digit : 'A' + digit - 10)); }

  /// Writes the sign, and all of what needs no search for digits.
  template <typename Real>
  bool isPlain(Real value) {
    if (value != value) {
      text("nan", 3);
      return true;
    }
    if (value < 0) letter('-');
    const Real far = size(value);
    if (far < 1000000 && far == Real(uint32_t(far))) {
      whole(uint32_t(far));
      return true;
    }
    if (far > Precision<Real>::largest() && far - far != 0) {
      text("inf", 3);
      return true;
    }
    return false;
  }

  template <typename Real>
  void shortest(Real value, uint8_t digits, uint8_t most) {
    Decimal decimal = decimalOf(value, digits);
    for (; digits < most; decimal = decimalOf(value, ++digits)) {
      Real back;
      read(decimal, back);
      if (back == value) break;
    }
    while (decimal.count > 1 && decimal.digits[decimal.count - 1] == '0') decimal.count--;
    if (decimal.exponent < -4 || decimal.exponent >= digits) scientific(decimal);
    else positional(decimal);
  }

  void scientific(const Decimal& decimal) {
    fraction(decimal, 1);
    letter('e');
    letter(decimal.exponent < 0 ? '-' : '+');
    const uint16_t power = uint16_t(size(decimal.exponent));
    whole(power, 2);
  }

  void positional(const Decimal& decimal) {
    if (decimal.exponent >= 0) return fraction(decimal, uint8_t(decimal.exponent + 1));
    letter('0');
    letter('.');
    for (int16_t i = -1; i > decimal.exponent; i--) letter('0');
    text(decimal.digits, decimal.count);
  }

  /// The digits, so many of them before the point.
  void fraction(const Decimal& decimal, uint8_t before) {
    for (uint8_t i = 0; i < larger(decimal.count, before); i++) {
      if (i == before) letter('.');
      letter(i < decimal.count ? decimal.digits[i] : '0');
    }
  }

  Put put_;
  void* to_;
  uint8_t sum_ = 0;
};

}  // namespace tidemark_core
#endif

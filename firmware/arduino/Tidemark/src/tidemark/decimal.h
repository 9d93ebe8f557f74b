// Numbers as decimal digits and back.
#ifndef TIDEMARK_DECIMAL_H
#define TIDEMARK_DECIMAL_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "numbers.h"

namespace tidemark_core {

/// 0.d1d2d3... times 10^exponent would be the usual way; here the first digit stands before the
/// point, as in 1.5e+03: digits "15", exponent 3.
struct Decimal {
  char digits[18];
  uint8_t count;
  int16_t exponent;
};

/// A number of 64 bits times 2^exponent, the highest bit set: wide enough that a single-precision
/// number goes to decimals and back without the help of a C library, which on small boards has none.
struct Wide {
  uint64_t bits;
  int16_t exponent;

  void normalize() {
    if (bits == 0) return;
    while (!(bits >> 63)) {
      bits <<= 1;
      exponent--;
    }
  }
  void timesTen() {
    bits = (bits >> 4) * 10;
    exponent += 4;
    normalize();
  }
  void overTen() {
    bits /= 10;
    normalize();
  }
};

/// bits / 2^shift to the nearest whole number, a tie to the even one. shift: 1 to 63.
TIDEMARK_CALL inline uint32_t shifted(uint64_t bits, uint8_t shift) {
  const uint32_t whole = uint32_t(bits >> shift);
  const uint64_t rest = bits << (64 - shift);
  const uint64_t half = uint64_t(1) << 63;
  return rest > half || (rest == half && (whole & 1)) ? whole + 1 : whole;
}

/// The so many (1 to 9) significant digits nearest to a value, which must be finite and above 0.
inline Decimal decimalOf(float value, uint8_t count) {
  uint32_t b;
  memcpy(&b, &value, sizeof b);
  const uint8_t biased = uint8_t(b >> 23);
  Wide wide;
  wide.bits = (b & 0x7fffff) | (biased ? 0x800000 : 0);
  wide.exponent = (biased ? biased : 1) - 150;
  wide.normalize();
  uint32_t low = 1;
  for (uint8_t i = 1; i < count; i++) low *= 10;
  Decimal decimal;
  decimal.exponent = int16_t(count - 1);
  // Until the digits wanted are those before the point.
  for (;;) {
    const int16_t behind = -wide.exponent;
    const uint64_t whole = behind <= 0 ? UINT64_MAX : behind > 63 ? 0 : wide.bits >> behind;
    if (whole >= uint64_t(low) * 10) {
      wide.overTen();
      decimal.exponent++;
    } else if (whole < low) {
      wide.timesTen();
      decimal.exponent--;
    } else {
      uint32_t digits = shifted(wide.bits, uint8_t(behind));
      if (digits == low * 10) {
        digits = low;
        decimal.exponent++;
      }
      decimal.count = count;
      for (uint8_t i = count; i > 0; i--) {
        decimal.digits[i - 1] = char('0' + digits % 10);
        digits /= 10;
      }
      return decimal;
    }
  }
}

#if __SIZEOF_DOUBLE__ == 4
inline Decimal decimalOf(double value, uint8_t count) { return decimalOf(float(value), count); }
#else
inline Decimal decimalOf(double value, uint8_t count) {
  char text[32];
  snprintf(text, sizeof text, "%.*e", count - 1, value);
  Decimal decimal;
  decimal.count = count;
  decimal.digits[0] = text[0];
  for (uint8_t i = 1; i < count; i++) decimal.digits[i] = text[i + 1];
  decimal.exponent = int16_t(atoi(strchr(text, 'e') + 1));
  return decimal;
}
#endif

/// digits times 10^exponent, to the nearest.
inline float singleOf(uint64_t digits, int16_t exponent) {
  if (digits == 0) return 0;
  Wide wide = {digits, 0};
  wide.normalize();
  for (; exponent > 0 && wide.exponent < 128; exponent--) wide.timesTen();
  for (; exponent < 0 && wide.exponent > -256; exponent++) wide.overTen();
  return ldexpf(float(shifted(wide.bits, 40)), wide.exponent + 40);
}

/// The number nearest to a decimal.
inline void read(const Decimal& decimal, float& value) {
  uint64_t digits = 0;
  for (uint8_t i = 0; i < decimal.count; i++) digits = digits * 10 + uint8_t(decimal.digits[i] - '0');
  value = singleOf(digits, int16_t(decimal.exponent - decimal.count + 1));
}

inline void read(const Decimal& decimal, double& value) {
#if __SIZEOF_DOUBLE__ == 4
  float single;
  read(decimal, single);
  value = single;
#else
  char text[32];
  snprintf(text, sizeof text, "%c.%.*se%d", decimal.digits[0], decimal.count - 1,
           decimal.digits + 1, decimal.exponent);
  value = strtod(text, nullptr);
#endif
}

/// Whether text of this length is a decimal number such as -1.5e+3, and which.
template <typename Real>
bool readNumber(const char* text, uint16_t length, Real& value) {
  const char* const end = text + length;
  const bool isNegative = text < end && *text == '-';
  if (text < end && (*text == '-' || *text == '+')) text++;
  Decimal decimal = {{'0'}, 0, 0};
  bool isAny = false;
  int16_t exponent = -1;  // of the first digit that counts
  int8_t behind = 0;      // whether the point has been
  for (; text < end; text++) {
    if (*text == '.' && !behind) {
      behind = 1;
      continue;
    }
    if (*text < '0' || *text > '9') break;
    isAny = true;
    const bool counts = decimal.count > 0 || *text != '0';
    if (counts && decimal.count < sizeof decimal.digits - 1) decimal.digits[decimal.count++] = *text;
    if (counts ? !behind : behind) exponent = int16_t(exponent + (counts ? 1 : -1));
  }
  if (!isAny) return false;
  if (text < end && (*text == 'e' || *text == 'E')) {
    text++;
    const bool isDown = text < end && *text == '-';
    if (text < end && (*text == '-' || *text == '+')) text++;
    if (text == end) return false;
    int16_t power = 0;
    for (; text < end && *text >= '0' && *text <= '9'; text++) {
      if (power < 1000) power = int16_t(power * 10 + (*text - '0'));
    }
    exponent = int16_t(isDown ? exponent - power : exponent + power);
  }
  if (text != end) return false;
  value = 0;
  if (decimal.count) {
    decimal.exponent = exponent;
    read(decimal, value);
  }
  if (isNegative) value = -value;
  return true;
}

/// Whether text of this length is a whole number, and which; above 2^31 it is that.
inline bool readWhole(const char* text, uint16_t length, int32_t& value) {
  const bool isNegative = length && *text == '-';
  if (length && (*text == '-' || *text == '+')) {
    text++;
    length--;
  }
  if (length == 0) return false;
  value = 0;
  for (; length; text++, length--) {
    if (*text < '0' || *text > '9') return false;
    value = value > 99999999 ? INT32_MAX : value * 10 + (*text - '0');
  }
  if (isNegative) value = -value;
  return true;
}

}  // namespace tidemark_core
#endif

// What differs between single and double precision, and the few functions that both need.
#ifndef TIDEMARK_NUMBERS_H
#define TIDEMARK_NUMBERS_H

#include <math.h>
#include <stdint.h>
#include <string.h>

namespace tidemark_core {

/// epsilon: from 1 to the next number. largest: a sample whose size is not below this is invalid, for
/// sums of such squares would overflow. digits: as many bring any number back.
template <typename Real>
struct Precision;

template <>
struct Precision<float> {
  static float epsilon() { return 1.1920928955078125e-7f; }
  static float largest() { return 1e18f; }
  static const uint8_t digits = 9;
};

#if __SIZEOF_DOUBLE__ == 4  // an AVR's
template <>
struct Precision<double> : Precision<float> {};
#else
template <>
struct Precision<double> {
#ifdef TIDEMARK_PAGE_BESIDE_SINGLE  // of a page that judges beside a single-precision board
  static double epsilon() { return 1.1920928955078125e-7; }
  static double largest() { return 1e18; }
#else
  static double epsilon() { return 2.220446049250313e-16; }
  static double largest() { return 1e150; }
#endif
  static const uint8_t digits = 17;
};
#endif

inline float ln(float x) { return logf(x); }
inline double ln(double x) { return log(x); }
inline float power(float x) { return expf(x); }
inline double power(double x) { return exp(x); }
inline float root(float x) { return sqrtf(x); }
inline double root(double x) { return sqrt(x); }

// Where code is to be small each of these is smaller as a call than where it stands.
#if defined(__AVR__) || defined(__OPTIMIZE_SIZE__)
#define TIDEMARK_CALL __attribute__((noinline, noclone))
#else
#define TIDEMARK_CALL
#endif

/// The same object, at a place that the compiler does not see. A place that it sees it writes into
/// every instruction that goes there, which makes each of an AVR's twice as long.
template <typename T>
T* somewhere(T* object) {
#ifdef __AVR__
  __asm__("" : "+r"(object));
#endif
  return object;
}

template <typename T>
T size(T x) {
  return x < 0 ? -x : x;
}
inline float size(float x) { return fabsf(x); }
inline double size(double x) { return fabs(x); }
/// Whether a > b, where neither is below 0.
template <typename T>
bool exceeds(T a, T b) {
  return a > b;
}
#if defined(__AVR__) || (defined(__arm__) && !defined(__ARM_FP))
/// The bits of such numbers have their order, and are compared in a fifth of the time.
inline bool exceeds(float a, float b) {
  uint32_t bitsOfA;
  uint32_t bitsOfB;
  memcpy(&bitsOfA, &a, sizeof a);
  memcpy(&bitsOfB, &b, sizeof b);
  return bitsOfA > bitsOfB;
}
#endif
/// Whether there is a minus before it, be it of a 0.
inline bool isNegative(double x) { return x < 0; }
#if defined(__AVR__) || (defined(__arm__) && !defined(__ARM_FP))
inline bool isNegative(float x) {
  int32_t bits;
  memcpy(&bits, &x, sizeof x);
  return bits < 0;
}
#else
inline bool isNegative(float x) { return x < 0; }
#endif
/// Of numbers that are not below 0.
template <typename T>
TIDEMARK_CALL T larger(T a, T b) {
  return exceeds(b, a) ? b : a;
}
template <typename T>
T smaller(T a, T b) {
  return exceeds(a, b) ? b : a;
}
/// Less than e^x, by up to a seventeenth of it, for x from 0 to 20: the bits of a float are nearly 2^23 times its
/// logarithm to the base 2, and 0x3f800000 more.
inline float lessThanPower(float x) {
  const uint32_t bits = uint32_t(x * 12102203) + 0x3f800000 - 722200;
  float power;
  memcpy(&power, &bits, sizeof power);
  return power;
}
/// x, but no further from 0 than most.
template <typename T>
T clamped(T x, T most) {
  return exceeds(size(x), most) ? (isNegative(x) ? -most : most) : x;
}

}  // namespace tidemark_core
#endif

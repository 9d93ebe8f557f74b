// What differs between single and double precision, and the few functions that both need.
#ifndef TIDEMARK_NUMBERS_H
#define TIDEMARK_NUMBERS_H

#include <math.h>
#include <stdint.h>

namespace tidemark_core {

/// epsilon: from 1 to the next number. largestSquare: a sample whose square is not below this is
/// invalid, for sums of such squares would overflow. digits: as many bring any number back.
template <typename Real>
struct Precision;

template <>
struct Precision<float> {
  static float epsilon() { return 1.1920928955078125e-7f; }
  static float largestSquare() { return 1e36f; }
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
  static double largestSquare() { return 1e36; }
#else
  static double epsilon() { return 2.220446049250313e-16; }
  static double largestSquare() { return 1e300; }
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

// On an AVR each of these is smaller as a call than where it stands.
#ifdef __AVR__
#define TIDEMARK_CALL __attribute__((noinline, noclone))
#else
#define TIDEMARK_CALL
#endif

template <typename T>
T size(T x) {
  return x < 0 ? -x : x;
}
template <typename T>
TIDEMARK_CALL T larger(T a, T b) {
  return b > a ? b : a;
}
template <typename T>
TIDEMARK_CALL T smaller(T a, T b) {
  return b < a ? b : a;
}
/// x, but no further from 0 than most.
template <typename T>
TIDEMARK_CALL T clamped(T x, T most) {
  return x > most ? most : x < -most ? -most : x;
}

/// The standard deviation, never below what rounding of values around the mean makes.
template <typename Real>
TIDEMARK_CALL Real sigmaOf(Real mean, Real variance) {
  return larger(larger(root(variance), 16 * Precision<Real>::epsilon() * size(mean)), Real(1e-12));
}

}  // namespace tidemark_core
#endif

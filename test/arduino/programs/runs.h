// Feeds runs to a detector, line by line, and says what it made of each sample. Numbers are the
// hexadecimal digits of their bits, highest first: no board needs to read or write decimals here.
//
//   p<parameters>        are these from now on (the first ones begin the run)
//   r                    restart
//   s<time, 64 bits><x>  a sample; the answer is a row
//   e                    end of the run; the next p begins another
#ifndef RUNS_H
#define RUNS_H

#include <string.h>

#include "tidemark/detector.h"

template <typename Real, uint8_t N, uint8_t M, uint16_t Bins>
class Runs {
 public:
  typedef void (*Put)(char);
  explicit Runs(Put put) : put_(put) {}

  void line(const char* text) {
    at_ = text + 1;
    switch (text[0]) {
      case 'p':
        takeParameters();
        if (isNew_) detector_.restart(p_);
        else detector_.configure(p_);
        isNew_ = false;
        return;
      case 'r':
        return detector_.restart(p_);
      case 's':
        return sample();
      case 'e':
        isNew_ = true;
    }
  }

 private:
  typedef typename tidemark_core::Detector<Real, N, M, Bins> Detector;

  uint64_t bits(uint8_t bytes) {
    uint64_t value = 0;
    for (uint8_t i = 0; i < 2 * bytes; i++) {
      const char c = *at_++;
      value = value << 4 | uint8_t(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return value;
  }

  Real real() {
    Real value;
    if (sizeof(Real) == 4) {
      const uint32_t b = uint32_t(bits(4));
      memcpy(&value, &b, sizeof value);
    } else {
      const uint64_t b = bits(8);
      memcpy(&value, &b, sizeof value);
    }
    return value;
  }

  void takeParameters() {
    p_.gamma = real();
    p_.delta = real();
    p_.meanGap = real();
    p_.period = real();
    p_.fatigue = real();
    p_.least = real();
    p_.drift = real();
    p_.rhythm = real();
    p_.season = real();
    p_.memory = uint32_t(bits(4));
    p_.block = uint16_t(bits(2));
    p_.bins = uint16_t(bits(2));
    p_.maxima = uint8_t(bits(1));
    p_.outliers = uint8_t(bits(1));
    p_.tail = uint8_t(bits(1));
  }

  void sample() {
    const uint64_t t = bits(8);
    const tidemark_core::Verdict<Real> v = detector_.step(real(), t, p_);
    const tidemark_core::Weibull<Real> fit = detector_.fit();
    putBits(v.flags, 1);
    putBits(v.cause, 1);
    putReal(v.d);
    putReal(v.limit);
    putReal(v.score());
    putReal(v.probability);
    putReal(detector_.mean());
    putReal(detector_.variance());
    putReal(fit.location);
    putReal(fit.shape);
    putReal(fit.scale);
    putReal(fit.r2);
    putReal(detector_.quiet());
    putReal(detector_.bar());
    put_('\n');
  }

  void putReal(Real value) {
    uint64_t b = 0;
    memcpy(&b, &value, sizeof value);  // little-endian, as all these boards are
    putBits(b, sizeof value);
  }

  void putBits(uint64_t value, uint8_t bytes) {
    for (int8_t shift = int8_t(8 * bytes - 4); shift >= 0; shift -= 4) {
      put_("0123456789abcdef"[value >> shift & 15]);
    }
  }

  Put put_;
  const char* at_ = nullptr;
  bool isNew_ = true;
  tidemark_core::Parameters<Real> p_;
  Detector detector_;
};

#endif

// The detector's parameters and their defaults. What they mean: firmware/README.md.
#ifndef TIDEMARK_PARAMETERS_H
#define TIDEMARK_PARAMETERS_H

#include <stdint.h>

#include "numbers.h"

// Not just tidemark: that is what a sketch calls its board.
namespace tidemark_core {

enum Tail : uint8_t { BOTH, UPPER, LOWER };

/// One set of parameters; times in ms.
template <typename Real>
struct Parameters {
  TIDEMARK_CALL Parameters() {}

  // Bytes first: on a Cortex-M0 the first ones of an object are near.
  uint8_t maxima = 5;
  uint8_t outliers = 5;
  uint8_t tail = BOTH;
  Real gamma = 4;
  Real delta = Real(0.94);
  Real meanGap = 0;
  Real period = 100;
  Real fatigue = Real(0.05);
  Real least = 0;
  Real drift = 3;
  Real rhythm = 5;
  Real season = 0;
  uint32_t memory = 256;
  uint16_t block = 32;
  uint16_t bins = 48;
};

}  // namespace tidemark_core
#endif

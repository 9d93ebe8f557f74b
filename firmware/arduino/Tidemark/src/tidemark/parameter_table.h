// The parameters by name: ranges, and values to and from text.
#ifndef TIDEMARK_PARAMETER_TABLE_H
#define TIDEMARK_PARAMETER_TABLE_H

#include "flash.h"
#include "line_out.h"
#include "parameters.h"
#include "refusal.h"

namespace tidemark_core {

/// Places in the tables, which have the order of the line.
namespace place {
enum Place : uint8_t {
  gamma, delta, maxima, outliers, meanGap, period, block, memory, fatigue, tail, least, drift,
  rhythm, season, bins, COUNT,
  judge = COUNT,  // 0 leaves a channel unjudged; of channels only
};
}

const char NAMES[] TIDEMARK_FLASH =
    "gamma delta maxima outliers meanGap period block memory fatigue tail least drift rhythm season"
    " bins judge";
const char TAILS[] TIDEMARK_FLASH = "both upper lower";
const FlashNumber LOWEST[] TIDEMARK_FLASH = {0, 1e-6, 3, 2, 0, 1, 2, 8, 0, 0, 0, 0, 0, 0, 2, 0};
const FlashNumber HIGHEST[] TIDEMARK_FLASH = {20,   0.999999, 64, 64,   3600000, 3600000, 4096, 1000000,
                                         1,    2,        1e18, 20, 20,      2592000000., 512, 1};

inline bool isWhole(uint8_t i) {
  return i == place::maxima || i == place::outliers || i == place::block || i == place::memory ||
         i == place::bins || i == place::judge;
}

/// The place of a name; that after the last where there is none.
inline uint8_t placeOf(const char* name, uint16_t length) {
  uint8_t i = 0;
  while (i <= place::judge && !isFlashWord(flashWord(NAMES, i), name, length)) i++;
  return i;
}

/// The value of one parameter; of the tail its number.
template <typename Real>
Real valueAt(const Parameters<Real>& p, uint8_t i) {
  switch (i) {
    case place::gamma: return p.gamma;
    case place::delta: return p.delta;
    case place::maxima: return p.maxima;
    case place::outliers: return p.outliers;
    case place::meanGap: return p.meanGap;
    case place::period: return p.period;
    case place::block: return p.block;
    case place::memory: return Real(p.memory);
    case place::fatigue: return p.fatigue;
    case place::tail: return p.tail;
    case place::least: return p.least;
    case place::drift: return p.drift;
    case place::rhythm: return p.rhythm;
    case place::season: return p.season;
    default: return p.bins;
  }
}

template <typename Real>
void setAt(Parameters<Real>& p, uint8_t i, Real value) {
  switch (i) {
    case place::gamma: p.gamma = value; break;
    case place::delta: p.delta = value; break;
    case place::maxima: p.maxima = uint8_t(value); break;
    case place::outliers: p.outliers = uint8_t(value); break;
    case place::meanGap: p.meanGap = value; break;
    case place::period: p.period = value; break;
    case place::block: p.block = uint16_t(value); break;
    case place::memory: p.memory = uint32_t(value); break;
    case place::fatigue: p.fatigue = value; break;
    case place::tail: p.tail = uint8_t(value); break;
    case place::least: p.least = value; break;
    case place::drift: p.drift = value; break;
    case place::rhythm: p.rhythm = value; break;
    case place::season: p.season = value; break;
    case place::bins: p.bins = uint16_t(value); break;
  }
}

/// What a build has memory for.
struct Limits {
  uint8_t maxima;
  uint8_t outliers;
  uint16_t bins;  // of a season; 0: it has none

  FlashNumber highest(uint8_t i) const {
    if (i == place::maxima) return maxima;
    if (i == place::outliers) return outliers;
    if (bins == 0 && i == place::season) return 0;
    if (bins != 0 && i == place::bins) return bins;
    return flashNumber(HIGHEST + i);
  }

  /// The defaults, no more than there is memory for.
  template <typename Real>
  Parameters<Real> defaults() const {
    Parameters<Real> p;
    p.maxima = smaller(p.maxima, maxima);
    p.outliers = smaller(p.outliers, outliers);
    if (bins) p.bins = smaller(p.bins, bins);
    return p;
  }

  template <typename Real>
  bool isValid(uint8_t i, Real value) const {
    if (i == place::memory && value == 0) return true;
    if (i == place::gamma && !(value > 0)) return false;
    return value >= Real(flashNumber(LOWEST + i)) && value <= Real(highest(i));
  }
};

/// The value that a text stands for. Refusals: type, range.
template <typename Real>
Refusal readValue(uint8_t i, const char* text, uint16_t length, const Limits& limits, Real& value) {
  if (i == place::tail) {
    uint8_t tail = 0;
    while (tail < 3 && !isFlashWord(flashWord(TAILS, tail), text, length)) tail++;
    value = tail;
    return tail < 3 ? Refusal() : Refusal(Refusal::RANGE, i);
  }
  if (isWhole(i)) {
    int32_t whole;
    if (!readWhole(text, length, whole)) return Refusal(Refusal::TYPE, i);
    value = Real(whole);
  } else if (!readNumber(text, length, value)) {
    return Refusal(Refusal::TYPE, i);
  }
  return limits.isValid(i, value) ? Refusal() : Refusal(Refusal::RANGE, i);
}

/// ",name=value" for the line.
template <typename Real>
void writePair(LineOut& out, const Parameters<Real>& p, uint8_t i) {
  out.letter(',');
  out.word(NAMES, i);
  out.letter('=');
  if (i == place::tail) out.word(TAILS, p.tail);
  else if (isWhole(i)) out.whole(uint32_t(valueAt(p, i)));
  else out.number(valueAt(p, i));
}

}  // namespace tidemark_core
#endif

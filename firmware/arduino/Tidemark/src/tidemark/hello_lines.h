// What the line says of who a board is and of its parameters.
#ifndef TIDEMARK_HELLO_LINES_H
#define TIDEMARK_HELLO_LINES_H

#include "naming.h"
#include "settings.h"

namespace tidemark_core {

const char HELLO[] TIDEMARK_FLASH = "h,protocol=1,firmware=tidemark,version=0.1.0,rules=3";
const char HELLO_FIELDS[] TIDEMARK_FLASH =
    "board id sensor channels float saved can most skipped fits";
const char CAN[] TIDEMARK_FLASH = "drift;rhythm";
const char SEASON[] TIDEMARK_FLASH = ";season";
const char NAMES_EVENTS[] TIDEMARK_FLASH = ";model,model=";

/// Who a board is. channels: "name:unit" of each, separated by ";". Texts must stay where they are.
struct Identity {
  const char* board;
  const char* id;
  const char* sensor;
  const char* channels;
};

/// What a board says of itself beside its identity.
struct HelloFacts {
  uint8_t floatBits;
  bool isSaved;
  uint8_t most;
  uint16_t bins;  // of a season; 0: it has none
  uint32_t skipped;
  uint32_t fits;  // the longest that a sample takes for them, in microseconds; 0: not measured
};

inline void beginHelloField(LineOut& out, uint8_t place) {
  out.letter(',');
  out.word(HELLO_FIELDS, place);
  out.letter('=');
}

/// naming: what names events, and Nodes what it has memory for; 0: it names none.
template <typename Real, uint8_t Channels, uint16_t Nodes>
void writeHello(LineOut& out, const Identity& identity, const HelloFacts& facts,
                const Naming<Real, Channels, Nodes>& naming) {
  out.flash(HELLO);
  const char* texts[] = {identity.board, identity.id, identity.sensor, identity.channels};
  for (uint8_t i = 0; i < 4; i++) {
    beginHelloField(out, i);
    out.clean(texts[i], 200);
  }
  beginHelloField(out, 4);
  out.whole(facts.floatBits);
  beginHelloField(out, 5);
  out.whole(facts.isSaved);
  beginHelloField(out, 6);
  out.flash(CAN);
  if (facts.bins) out.flash(SEASON);
  if (Nodes) {
    out.flash(NAMES_EVENTS);
    naming.writeHash(out);
  }
  beginHelloField(out, 7);
  out.whole(facts.most);
  beginHelloField(out, 8);
  out.whole(facts.skipped);
  if (facts.fits) {
    beginHelloField(out, 9);
    out.whole(facts.fits);
  }
  out.end();
}

/// The parameters of all channels, and of each what it has of its own.
template <typename Real, uint8_t Channels>
void writeSettings(LineOut& out, const Settings<Real, Channels>& settings) {
  out.letter('p');
  for (uint8_t i = 0; i < place::COUNT; i++) writePair(out, settings.all(), i);
  out.end();
  for (uint8_t c = 0; c < Channels; c++) {
    if (!settings.hasOwn(c)) continue;
    out.text("p,ch=", 5);
    out.whole(c);
    for (uint8_t i = 0; i < place::COUNT; i++) {
      if (settings.isOwn(c, i)) writePair(out, settings.of(c), i);
    }
    if (settings.isOwn(c, place::judge)) {
      out.letter(',');
      out.word(NAMES, place::judge);
      out.text("=0", 2);
    }
    out.end();
  }
}

}  // namespace tidemark_core
#endif

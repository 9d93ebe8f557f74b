// Why a piece of a model, or all of it, is not taken, and what the line says then.
#ifndef TIDEMARK_MODEL_FAULT_H
#define TIDEMARK_MODEL_FAULT_H

#include "line_out.h"

namespace tidemark_core {

/// count and most: of nodes, trees or bytes; of WAITED the piece. text: a feature's name, or channels.
struct ModelFault {
  enum Case : uint8_t {
    NONE,
    NO_PIECE,
    NO_BASE64,
    WAITED,
    NO_MODEL,
    OTHER_VERSION,
    CUT_OFF,
    ALTERED,
    UNREADABLE,
    NO_FEATURE,
    OTHER_CHANNELS,
    UNSOUND,
    MANY_NODES,
    MANY_TREES,
    LONG_NAMES,
    NOT_REMOVED,
  };

  Case what = NONE;
  uint32_t count = 0;
  uint32_t most = 0;
  char text[41] = "";
};

const char FAULT_CODES[] TIDEMARK_FLASH = "parse type range io";
#ifndef TIDEMARK_NO_WORDS
// In the order of the cases, each with a 0 at its end; # is the count, $ the most, @ the text.
const char FAULT_SENTENCES[] TIDEMARK_FLASH =
    "\0"
    "a piece has its number and how many there are and its base64\0"
    "the piece is no base64\0"
    "piece # is waited for\0"
    "this is no model\0"
    "the model is for another version of the firmware\0"
    "the model is cut off\0"
    "the model was altered\0"
    "the model cannot be read\0"
    "this firmware has no feature @\0"
    "the model is for other channels: @\0"
    "the trees of the model are not sound\0"
    "the forest has # nodes and $ fit\0"
    "the forest has # trees and $ fit\0"
    "the names of the classes take # bytes and $ fit\0"
    "the model could not be removed";
#endif

/// The place among FAULT_CODES.
inline uint8_t codeOf(const ModelFault& fault) {
  switch (fault.what) {
    case ModelFault::NO_PIECE:
      return 0;
    case ModelFault::NO_BASE64:
      return 1;
    case ModelFault::NOT_REMOVED:
      return 3;
    default:
      return 2;
  }
}

inline void writeFaultWords(LineOut& out, const ModelFault& fault) {
#ifdef TIDEMARK_NO_WORDS
  out.word(FAULT_CODES, codeOf(fault));
#else
  const char* at = FAULT_SENTENCES;
  for (uint8_t i = 0; i < fault.what; i++) {
    while (flashChar(at++)) continue;
  }
  for (char c = flashChar(at); c; c = flashChar(++at)) {
    if (c == '#') out.whole(fault.count);
    else if (c == '$') out.whole(fault.most);
    else if (c == '@') out.clean(fault.text, sizeof fault.text);
    else out.letter(c);
  }
#endif
}

/// "error,<code>,model,<words>".
inline void writeModelFault(LineOut& out, const ModelFault& fault) {
  out.text("error,", 6);
  out.word(FAULT_CODES, codeOf(fault));
  out.text(",model,", 7);
  writeFaultWords(out, fault);
}

}  // namespace tidemark_core
#endif

// A refusal as fields of the line: code, parameter, words. With TIDEMARK_NO_WORDS defined the words
// are the code again: that saves about half a kilobyte of flash.
#ifndef TIDEMARK_WORDS_H
#define TIDEMARK_WORDS_H

#include "parameter_table.h"

namespace tidemark_core {

const char CODES[] TIDEMARK_FLASH =
    "- range type param param parse type range parse parse parse parse sum toolong op io io";
const char CHANNEL[] TIDEMARK_FLASH = "ch";
#ifndef TIDEMARK_NO_WORDS
const char MUST_BE[] TIDEMARK_FLASH = " must be ";
const char WHOLE_NUMBER[] TIDEMARK_FLASH = "a whole number";
const char ANY_NUMBER[] TIDEMARK_FLASH = "a number";
const char ONE_OF[] TIDEMARK_FLASH = "one of ";
const char ZERO_OR_ONE[] TIDEMARK_FLASH = "0 or 1";
const char ABOVE[] TIDEMARK_FLASH = "above ";
const char AT_LEAST[] TIDEMARK_FLASH = "at least ";
const char AT_MOST[] TIDEMARK_FLASH = " and at most ";
const char OR_ZERO[] TIDEMARK_FLASH = " or 0";
const char NO_COMMAND[] TIDEMARK_FLASH = "there is no command ";
const char UP_TO[] TIDEMARK_FLASH = "a line holds at most ";
const char BYTES[] TIDEMARK_FLASH = " bytes";
// From UNKNOWN on, in the order of the cases, each with a 0 at its end.
const char SENTENCES[] TIDEMARK_FLASH =
    "there is no parameter of this name\0"
    "all channels share it\0"
    "given twice\0"
    "ch must be the number of a channel counted from 0\0"
    "ch must be the number of a channel counted from 0\0"
    "name=value expected\0"
    "only plain letters are understood\0"
    "an id has at most 16 letters and no star\0"
    "only set takes values\0"
    "the checksum is wrong\0"
    "\0"
    "\0"
    "this board has nowhere to save\0"
    "not saved: the memory reads back wrong";

inline void writeRange(LineOut& out, uint8_t i, const Limits& limits) {
  if (i == place::judge) return out.flash(ZERO_OR_ONE);
  if (i == place::tail) {
    out.flash(ONE_OF);
    return out.flash(TAILS);
  }
  // Single precision has the digits of each, and a board without doubles need not write one.
  const float low = float(flashNumber(LOWEST + i));
  const float high = float(limits.highest(i));
  out.flash(i == place::gamma ? ABOVE : AT_LEAST);
  out.number(low);
  out.flash(AT_MOST);
  if (high < 4e9 && high >= 1) out.whole(uint32_t(high));
  else out.number(high);
  if (i == place::memory) out.flash(OR_ZERO);
}

inline void writeSentence(LineOut& out, uint8_t reason) {
  const char* sentence = SENTENCES;
  for (uint8_t i = Refusal::UNKNOWN; i < reason; i++) {
    while (flashChar(sentence++)) continue;
  }
  for (char c = flashChar(sentence); c; c = flashChar(++sentence)) out.letter(c == '=' ? ' ' : c);
}
#endif

/// "error,<code>,<parameter>,<words>". longest: bytes of a line.
inline void writeRefusal(LineOut& out, const Refusal& why, const Limits& limits, uint16_t longest) {
  out.text("error,", 6);
  out.word(CODES, why.reason);
  out.letter(',');
  if (why.place != Refusal::NO_PLACE) out.word(NAMES, why.place);
  else if (why.reason == Refusal::UNKNOWN) out.clean(why.text, smaller(why.length, uint16_t(16)));
  else if (why.reason == Refusal::CHANNEL_TYPE || why.reason == Refusal::CHANNEL_RANGE) out.flash(CHANNEL);
  out.letter(',');
#ifdef TIDEMARK_NO_WORDS
  (void)limits;
  (void)longest;
  out.word(CODES, why.reason);
#else
  switch (why.reason) {
    case Refusal::OP:
      out.flash(NO_COMMAND);
      return out.clean(why.text, smaller(why.length, uint16_t(16)));
    case Refusal::TOO_LONG:
      out.flash(UP_TO);
      out.whole(longest);
      return out.flash(BYTES);
    case Refusal::TYPE:
      out.word(NAMES, why.place);
      out.flash(MUST_BE);
      return out.flash(isWhole(why.place) ? WHOLE_NUMBER : ANY_NUMBER);
    case Refusal::RANGE:
      out.word(NAMES, why.place);
      out.flash(MUST_BE);
      return writeRange(out, why.place, limits);
    default:
      return writeSentence(out, why.reason);
  }
#endif
}

}  // namespace tidemark_core
#endif

// Constants that an AVR keeps in flash, where reading takes an instruction of its own.
#ifndef TIDEMARK_FLASH_H
#define TIDEMARK_FLASH_H

#include <stdint.h>
#include <string.h>

#ifdef __AVR__
#include <avr/pgmspace.h>
#define TIDEMARK_FLASH PROGMEM
#else
#define TIDEMARK_FLASH
#endif

namespace tidemark_core {

/// A letter of a text, or any other byte, that is TIDEMARK_FLASH.
inline char flashChar(const char* at) {
#ifdef __AVR__
  return char(pgm_read_byte(at));
#else
  return *at;
#endif
}

#ifdef __AVR__
typedef float FlashNumber;
#else
typedef double FlashNumber;
#endif

/// A number of a table that is TIDEMARK_FLASH.
inline FlashNumber flashNumber(const FlashNumber* at) {
#ifdef __AVR__
  return pgm_read_float(at);
#else
  return *at;
#endif
}

/// The word that stands at this place, counted from 0, of a flash text of words with blanks between.
inline const char* flashWord(const char* words, uint8_t place) {
  while (place) {
    if (flashChar(words++) == ' ') place--;
  }
  return words;
}

/// Whether a word of flashWord is these letters.
inline bool isFlashWord(const char* word, const char* letters, uint16_t length) {
  for (uint16_t i = 0; i < length; i++) {
    if (flashChar(word) == ' ' || flashChar(word++) != letters[i]) return false;
  }
  return flashChar(word) == ' ' || flashChar(word) == 0;
}

}  // namespace tidemark_core
#endif

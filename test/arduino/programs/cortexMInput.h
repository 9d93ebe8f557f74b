// The standard input of what emulates a Cortex-M, line by line.
#ifndef CORTEX_M_INPUT_H
#define CORTEX_M_INPUT_H

#include "cortexMBoard.h"

/// The next letter, 0 after the last.
static char takeLetter() {
  static char block[1024];
  static uint32_t left = 0;
  static uint32_t at = 0;
  if (left == 0) {
    const uint32_t arguments[] = {input, reinterpret_cast<uint32_t>(block), sizeof block};
    left = sizeof block - uint32_t(call(6, arguments));  // SYS_READ: how many there were not
    at = 0;
    if (left == 0) return 0;
  }
  left--;
  return block[at++];
}

/// Reads a line, without its end. Whether there was one.
template <uint16_t Bytes>
static bool takeLine(char (&line)[Bytes]) {
  uint16_t length = 0;
  while (const char c = takeLetter()) {
    if (c == '\n') {
      line[length] = 0;
      return true;
    }
    line[length++] = c;
  }
  return false;
}

#endif

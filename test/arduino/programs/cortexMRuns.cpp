// Runs (see runs.h) on a Cortex-M, from the standard input to the standard output.
#include "cortexMBoard.h"
#include "runs.h"

/// The next letter, 0 after the last.
static char take() {
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

static void speak() {
  static Runs<float, 64, 64, 512> runs(put);
  static char line[128];
  uint8_t length = 0;
  while (const char c = take()) {
    if (c != '\n') {
      line[length++] = c;
      continue;
    }
    line[length] = 0;
    length = 0;
    runs.line(line);
  }
}

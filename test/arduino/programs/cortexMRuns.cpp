// Runs (see runs.h) on a Cortex-M, from the standard input to the standard output.
#include "cortexMInput.h"
#include "runs.h"

static void speak() {
  static Runs<float, 64, 64, 512> runs(put);
  static char line[128];
  while (takeLine(line)) runs.line(line);
}

// Runs (see runs.h) from the standard input, rows to the standard output. -DREAL=float or double.
#include <stdio.h>

#include "runs.h"

static void put(char c) { putchar(c); }

int main() {
  static Runs<REAL, 64, 64, 512> runs(put);
  char line[512];
  while (fgets(line, sizeof line, stdin)) runs.line(line);
}

// Marks for simavr.c the cycles of each sample of a noisy turn of a machine: of the detector or,
// with -DWELFORD, of a bare update of mean and variance.
#include <avr/io.h>
#include <avr/interrupt.h>
#include <avr/sleep.h>

#include "tidemark/detector.h"
#include "tidemark/simulated.h"

#ifndef PERIOD_MS
#define PERIOD_MS 100
#endif

static tidemark_core::Detector<float, 5, 5> detector;
static tidemark_core::Simulated<float> machine;
static volatile float kept;

int main() {
  tidemark_core::Parameters<float> parameters;
  detector.restart(parameters);
#ifdef WELFORD
  float mean = 0;
  float squares = 0;
#endif
  for (uint16_t n = 1; n <= 2000; n++) {
    const uint32_t t = n * uint32_t(PERIOD_MS);
    const float x = machine.read(t)[0];
#ifdef WELFORD
    GPIOR0 = 1;
    const float step = x - mean;
    mean += step / n;
    squares += step * (x - mean);
    kept = squares / n;
#else
    GPIOR0 = 1;
    kept = detector.step(x, t, parameters).flags;
#endif
    GPIOR0 = 2;
  }
  cli();
  sleep_enable();
  sleep_cpu();
}

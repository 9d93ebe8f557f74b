// How far the processor's timer runs during each sample of a noisy turn of a machine: of the detector
// or, with -DWELFORD, of a bare update of mean and variance. First, during 10000 instructions: by that
// what follows are instructions, where the emulated clock goes by them. Lines of decimals.
#include "cortexMBoard.h"
#include "tidemark/detector.h"
#include "tidemark/simulated.h"

#ifndef PERIOD_MS
#define PERIOD_MS 100
#endif

static volatile uint32_t& timer(uint32_t place) {
  return *reinterpret_cast<volatile uint32_t*>(0xe000e010 + 4 * place);
}
enum { CONTROL, RELOAD, NOW };

static void putWhole(uint32_t value) {
  if (value >= 10) putWhole(value / 10);
  put(char('0' + value % 10));
}

static void putPassed(uint32_t from) {
  putWhole((from - timer(NOW)) & 0xffffff);  // it counts down
  put('\n');
}

/// As many as NOPS in cortexM.ts.
__attribute__((noinline)) static void passTime() { __asm__ volatile(".rept 10000\n nop\n .endr"); }

static volatile float kept;

static void speak() {
  static tidemark_core::Detector<float, 5, 5> detector;
  static tidemark_core::Simulated<float> machine;
  tidemark_core::Parameters<float> parameters;
  detector.restart(parameters);
  timer(RELOAD) = 0xffffff;
  timer(NOW) = 0;
  timer(CONTROL) = 5;  // on, by the processor's clock
  uint32_t from = timer(NOW);
  passTime();
  putPassed(from);
#ifdef WELFORD
  float mean = 0;
  float squares = 0;
#endif
  for (uint16_t n = 1; n <= 2000; n++) {
    const uint32_t t = n * uint32_t(PERIOD_MS);
    const float x = machine.read(t)[0];
    from = timer(NOW);
#ifdef WELFORD
    const float step = x - mean;
    mean += step / n;
    squares += step * (x - mean);
    kept = squares / n;
#else
    kept = detector.step(x, t, parameters).flags;
#endif
    putPassed(from);
  }
}

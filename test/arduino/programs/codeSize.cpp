// A detector and all that is done with one, for its size; with -DAS_NUMBERS also what only lines ask
// for: a fit as shape, scale and r2, and what a watcher's alarm was about.
#include "tidemark/detector.h"

tidemark_core::Detector<float, 5, 5> detector;
tidemark_core::Parameters<float> parameters;
volatile float value;
volatile uint32_t now;
volatile uint8_t flags;
#ifdef AS_NUMBERS
tidemark_core::Weibull<float> fit;
tidemark_core::Why<float> why;
#endif

int main() {
  detector.restart(parameters);
  detector.configure(parameters);
  for (;;) {
#ifdef AS_NUMBERS
    const tidemark_core::Verdict<float> verdict = detector.step(value, now, parameters);
    flags = verdict.flags;
    why = verdict.why();
    fit = detector.fit();
    __asm__ volatile("" : : "r"(&why), "r"(&fit) : "memory");
#else
    flags = detector.step(value, now, parameters).flags;
#endif
  }
}

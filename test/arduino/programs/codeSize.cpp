// All that is done with a detector, for its size: each as a function of its own that nothing calls, so that
// none of it is inlined into a program around it, left out, or made simpler for one caller. With
// -DAS_NUMBERS also what only lines ask for: a fit as shape, scale and r2, and what a watcher's alarm was
// about.
#include "tidemark/detector.h"

namespace tidemark_core {

typedef Detector<float, 5, 5> Measured;

#define KEPT __attribute__((used))

KEPT uint8_t state[sizeof(Measured)];

KEPT Measured made() { return Measured(); }
KEPT Parameters<float> defaults() { return Parameters<float>(); }
KEPT void restart(Measured& detector, const Parameters<float>& p) { detector.restart(p); }
KEPT void configure(Measured& detector, const Parameters<float>& p) { detector.configure(p); }
KEPT Verdict<float> step(Measured& detector, float x, uint64_t t, const Parameters<float>& p) {
  return detector.step(x, t, p);
}
#ifdef AS_NUMBERS
KEPT Weibull<float> fit(const Measured& detector) { return detector.fit(); }
KEPT Why<float> why(const Verdict<float>& verdict) { return verdict.why(); }
#endif

}  // namespace tidemark_core

int main() {}

// A detector and all that is done with one, for its size.
#include "tidemark/detector.h"

tidemark_core::Detector<float, 5, 5> detector;
tidemark_core::Parameters<float> parameters;
volatile float value;
volatile uint32_t now;
volatile uint8_t flags;

int main() {
  detector.restart(parameters);
  detector.configure(parameters);
  for (;;) flags = detector.step(value, now, parameters).flags;
}

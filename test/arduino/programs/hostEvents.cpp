// What the events of runs were like, in doubles or (argument: float) in single precision.
//
//   p<parameters, as in takeParameters><channel>   begins a run
//   s<time> <x>                                    a sample
//   e                                              end of the run; the answer is -
// An event that is over is answered with the numbers of its first and its last sample, and its features.
#include <stdio.h>
#include <stdlib.h>

#include "tidemark/detector.h"
#include "tidemark/event_features.h"

template <typename Real>
struct Events {
  tidemark_core::Parameters<Real> p;
  tidemark_core::Detector<Real, 64, 64, 512> detector;
  tidemark_core::OpenEvent<Real> event;
  int channel = 0;
  long at = 0;
  long from = 0;

  void takeParameters(char* text) {
    Real* const reals[] = {&p.gamma, &p.delta, &p.meanGap, &p.period, &p.fatigue,
                           &p.least, &p.drift, &p.rhythm,  &p.season};
    for (Real* each : reals) *each = Real(strtod(text, &text));
    p.memory = uint32_t(strtoul(text, &text, 10));
    p.block = uint16_t(strtoul(text, &text, 10));
    p.bins = uint16_t(strtoul(text, &text, 10));
    p.maxima = uint8_t(strtoul(text, &text, 10));
    p.outliers = uint8_t(strtoul(text, &text, 10));
    p.tail = uint8_t(strtoul(text, &text, 10));
    channel = atoi(text);
    detector.restart(p);
    event.forget();
    at = 0;
  }

  void sample(char* text) {
    const uint64_t t = strtoull(text, &text, 10);
    const Real x = Real(strtod(text, nullptr));
    const tidemark_core::Verdict<Real> v = detector.step(x, t, p);
    const long now = at++;
    if (!event.isOpen()) {
      if (!(v.flags & tidemark_core::ALARM)) return;
      from = now;
    }
    if (!event.take(detector, v, x, t)) return;
    Real numbers[tidemark_core::FEATURE_COUNT];
    event.features(uint8_t(channel), true, numbers);
    printf("%ld %ld", from, now);
    for (Real number : numbers) printf(" %.17g", double(number));
    printf("\n");
  }

  void run() {
    char line[512];
    while (fgets(line, sizeof line, stdin)) {
      if (line[0] == 'p') takeParameters(line + 1);
      if (line[0] == 's') sample(line + 1);
      if (line[0] == 'e') printf("-\n");
    }
  }
};

int main(int count, char**) {
  static Events<double> doubles;
  static Events<float> singles;
  if (count > 1) singles.run();
  else doubles.run();
}

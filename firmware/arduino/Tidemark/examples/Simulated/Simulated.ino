// A made-up machine, where no sensor is at hand. Words on the line disturb it: spike, burst, step,
// drift and flat. It fits an Uno without the words of refusals.
#if defined(__AVR_ATmega328P__)
#define TIDEMARK_NO_WORDS
#endif
#include <Tidemark.h>
#include <tidemark/simulated.h>
#ifdef __AVR__
#include <avr/sleep.h>
#endif

Tidemark tidemark;
tidemark_core::Simulated<Tidemark::Number> machine;

bool disturb(const char* kind) { return machine.inject(kind); }

void setup() {
  Serial.begin(115200);
  tidemark.onWord(disturb);
  tidemark.begin(Serial, "vibration:g", "simulated", 20);
}

void loop() {
  if (tidemark.due()) {
    tidemark.sample(machine.read(uint32_t(tidemark.now()))[0]);
    return;
  }
#ifdef __AVR__
  sleep_mode();  // until the clock ticks, or a letter comes
#endif
}

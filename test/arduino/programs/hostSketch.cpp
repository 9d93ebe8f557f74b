// Runs a sketch (-DSKETCH="its path") through a second of its time; with -DDISTURBED, whose pins read a
// made-up machine, through a minute in which that is disturbed.
#include <Arduino.h>
#include SKETCH

#ifdef DISTURBED
#include <tidemark/simulated.h>
static tidemark_core::Simulated<float> machine(3);
static const char* const KINDS[] = {"spike", "burst", "step", "flat"};
#endif

TheSerial Serial;
static uint32_t now = 0;
uint32_t millis() { return now; }
uint32_t micros() { return 1000 * now; }

#ifdef ARDUINO_ARCH_ESP32
static uint8_t bitsOfAPin = 12;
void analogReadResolution(uint8_t bits) { bitsOfAPin = bits; }
#else
static const uint8_t bitsOfAPin = 10;
#endif

int analogRead(int pin) {
#ifdef DISTURBED
  return 500 + pin + int(100 * machine.read(now)[0]);
#else
  return (500 + pin) << bitsOfAPin >> 10;
#endif
}

int main() {
  setup();
#ifdef DISTURBED
  for (; now < 80000; now++) {
    if (now >= 20000 && now % 15000 == 0) machine.inject(KINDS[(now / 15000 - 2) % 4]);
    loop();
  }
#else
  for (; now < 1000; now++) loop();
#endif
}

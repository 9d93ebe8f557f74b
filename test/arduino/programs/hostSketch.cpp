// Runs a sketch (-DSKETCH="its path") through a second of its time.
#include <Arduino.h>
#include SKETCH

TheSerial Serial;
static uint32_t now = 0;
uint32_t millis() { return now; }
uint32_t micros() { return 1000 * now; }
int analogRead(int pin) { return 500 + pin; }

int main() {
  setup();
  for (; now < 1000; now++) loop();
}

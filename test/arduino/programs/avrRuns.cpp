// Runs (see runs.h) over the UART of an ATmega328P, with no Arduino core about it.
#include <avr/io.h>

#include "runs.h"

static void put(char c) {
  while (!(UCSR0A & _BV(UDRE0))) continue;
  UDR0 = uint8_t(c);
}

static char take() {
  while (!(UCSR0A & _BV(RXC0))) continue;
  return char(UDR0);
}

static Runs<float, 6, 6, 48> runs(put);

int main() {
  UCSR0A = _BV(U2X0);
  UBRR0 = 0;  // 2 Mbit/s: the wire is not what is tried here
  UCSR0B = _BV(RXEN0) | _BV(TXEN0);
  put('+');  // it can be spoken to
  put('\n');
  static char line[128];
  for (uint8_t length = 0;;) {
    const char c = take();
    if (c != '\n') {
      line[length++] = c;
      continue;
    }
    line[length] = 0;
    length = 0;
    runs.line(line);
    if (line[0] == 's') continue;  // answered by its row
    put('.');                      // taken
    put('\n');
  }
}

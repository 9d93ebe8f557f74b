// What sketches use of Arduino's core, on this machine: the clock is the sketch's own turn of loop, the
// serial line is the standard output. Beside it, in files of their names, the libraries of sensors:
// as their headers say it, with a sensor that lies still.
#ifndef ARDUINO_H
#define ARDUINO_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

const int A0 = 0, A1 = 1, A2 = 2, A3 = 3, A4 = 4, A5 = 5, A6 = 6, A7 = 7;

class Stream {
 public:
  virtual int available() { return 0; }
  virtual int read() { return -1; }
  virtual size_t write(uint8_t byte) { return fputc(byte, stdout) == byte; }
  virtual ~Stream() {}
};

class TheSerial : public Stream {
 public:
  void begin(long) {}
};

extern TheSerial Serial;
uint32_t millis();
uint32_t micros();
int analogRead(int pin);
#ifdef ARDUINO_ARCH_ESP32
void analogReadResolution(uint8_t bits);
#endif

#endif

// The smallest sketch: one channel, from pin A0. Open the Tidemark page and connect. An Uno has 5 V
// for 1023; most others have 3.3 V, and an ESP32 counts to 4095.
#include <Tidemark.h>

Tidemark tidemark;

void setup() {
  Serial.begin(115200);
  tidemark.begin(Serial, "A0:V");
}

void loop() {
  if (tidemark.due()) tidemark.sample(analogRead(A0) * (5.0 / 1023));
}

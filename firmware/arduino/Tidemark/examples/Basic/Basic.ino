// The smallest sketch: one channel, from pin A0. Open the Tidemark page and connect.
#include <Tidemark.h>

Tidemark tidemark;

void setup() {
  Serial.begin(115200);
  tidemark.begin(Serial, "A0:V");
}

void loop() {
  if (tidemark.due()) tidemark.sample(analogRead(A0) * (5.0 / 1023));
}

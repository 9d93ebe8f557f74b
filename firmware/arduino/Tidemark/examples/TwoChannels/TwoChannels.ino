// Two channels, sampled every 50 ms. An Uno has flash for one only; a Mega has plenty.
#include <Tidemark.h>

TidemarkOf<2> tidemark;

void setup() {
  Serial.begin(115200);
  tidemark.begin(Serial, "A0:V;A1:V", "two pins", 50);
}

void loop() {
  if (tidemark.due()) {
    const float values[] = {analogRead(A0) * (5.0f / 1023), analogRead(A1) * (5.0f / 1023)};
    tidemark.sample(values);
  }
}

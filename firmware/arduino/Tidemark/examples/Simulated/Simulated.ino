// A made-up machine, where no sensor is at hand. Wires stand for what goes wrong with it.
#include <Tidemark.h>
#include <tidemark/simulated.h>

TidemarkOf<2> tidemark;
tidemark_core::Simulated<TidemarkOf<2>::Number> machine;

// Pin 2 to ground is a spike, pin 3 a drift: held, they come again and again.
const uint8_t SPIKE_PIN = 2;
const uint8_t DRIFT_PIN = 3;

void setup() {
  pinMode(SPIKE_PIN, INPUT_PULLUP);
  pinMode(DRIFT_PIN, INPUT_PULLUP);
  Serial.begin(115200);
  tidemark.begin(Serial, "vibration:g;temp:degC", "simulated", 50);
}

void loop() {
  if (!tidemark.due()) return;
  if (digitalRead(SPIKE_PIN) == LOW) machine.inject("spike");
  if (digitalRead(DRIFT_PIN) == LOW) machine.inject("drift");
  tidemark.sample(machine.read(uint32_t(tidemark.now())));
}

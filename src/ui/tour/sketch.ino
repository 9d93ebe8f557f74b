void setup() {
  Serial.begin(115200);
}

void loop() {
  Serial.print("light:");
  Serial.println(analogRead(A0));
  delay(20);
}

enum { I2C_MODE = 0 };

struct LSM6DS3 {
  LSM6DS3(uint8_t, uint8_t) {}
  int begin() { return 0; }
  float readFloatAccelX() { return 0; }
  float readFloatAccelY() { return 0; }
  float readFloatAccelZ() { return 1; }
};

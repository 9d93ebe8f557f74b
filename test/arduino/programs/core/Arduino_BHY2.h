enum { SENSOR_ID_ACC = 4 };

struct SensorXYZ {
  explicit SensorXYZ(uint8_t) {}
  bool begin() { return true; }
  int16_t x() { return 0; }
  int16_t y() { return 0; }
  int16_t z() { return 4096; }
};

struct TheBhy2 {
  bool begin() { return true; }
  void update() {}
};
static TheBhy2 BHY2;

// Acceleration in g of the sensor that the board has, or of an MPU-6050 on the I2C pins.
// Choose the board under Tools; install the library that the #include of its part names. A Nano 33
// BLE Sense rev2 has the name of rev1: write #define TIDEMARK_REV2 here.
#include <Tidemark.h>

#if defined(ARDUINO_ARDUINO_NANO33BLE) && defined(TIDEMARK_REV2)  // Nano 33 BLE Sense rev2
#include <Arduino_BMI270_BMM150.h>
const char SENSOR[] = "BMI270";
bool beginSensor() { return IMU.begin(); }
void readSensor(float* g) { IMU.readAcceleration(g[0], g[1], g[2]); }

#elif defined(ARDUINO_ARDUINO_NANO33BLE)  // Nano 33 BLE Sense
#include <Arduino_LSM9DS1.h>
const char SENSOR[] = "LSM9DS1";
bool beginSensor() { return IMU.begin(); }
void readSensor(float* g) { IMU.readAcceleration(g[0], g[1], g[2]); }

#elif defined(ARDUINO_NANO_RP2040_CONNECT) || defined(ARDUINO_NICLA_VISION)
#include <Arduino_LSM6DSOX.h>
const char SENSOR[] = "LSM6DSOX";
bool beginSensor() { return IMU.begin(); }
void readSensor(float* g) { IMU.readAcceleration(g[0], g[1], g[2]); }

#elif defined(ARDUINO_NICLA)  // Nicla Sense ME
#include <Arduino_BHY2.h>
const char SENSOR[] = "BHI260AP";
SensorXYZ accelerometer(SENSOR_ID_ACC);
bool beginSensor() { return BHY2.begin() && accelerometer.begin(); }
void readSensor(float* g) {
  BHY2.update();
  g[0] = accelerometer.x() / 4096.0f;
  g[1] = accelerometer.y() / 4096.0f;
  g[2] = accelerometer.z() / 4096.0f;
}

#elif defined(ARDUINO_Seeed_XIAO_nRF52840_Sense) || defined(ARDUINO_SEEED_XIAO_NRF52840_SENSE)
#include <LSM6DS3.h>
const char SENSOR[] = "LSM6DS3";
LSM6DS3 imu(I2C_MODE, 0x6A);
bool beginSensor() { return imu.begin() == 0; }
void readSensor(float* g) {
  g[0] = imu.readFloatAccelX();
  g[1] = imu.readFloatAccelY();
  g[2] = imu.readFloatAccelZ();
}

#else  // an MPU-6050, with no library but Wire
#include <Wire.h>
const char SENSOR[] = "MPU-6050";
const uint8_t ADDRESS = 0x68;
bool beginSensor() {
  Wire.begin();
  Wire.beginTransmission(ADDRESS);
  Wire.write(0x6B);  // awake
  Wire.write(0);
  return Wire.endTransmission() == 0;
}
void readSensor(float* g) {
  Wire.beginTransmission(ADDRESS);
  Wire.write(0x3B);
  Wire.endTransmission(false);
  const bool answers = Wire.requestFrom(ADDRESS, uint8_t(6)) == 6;
  for (uint8_t i = 0; i < 3; i++) {
    g[i] = NAN;
    if (!answers) continue;
    const int16_t high = Wire.read();
    g[i] = int16_t(high << 8 | Wire.read()) / 16384.0f;
  }
}
#endif

TidemarkOf<3> tidemark;

void setup() {
  Serial.begin(115200);
  const bool found = beginSensor();
  tidemark.begin(Serial, "ax:g;ay:g;az:g", found ? SENSOR : "no sensor answers");
}

void loop() {
  if (!tidemark.due()) return;
  TidemarkOf<3>::Number g[3] = {NAN, NAN, NAN};  // what a sensor that does not answer gives
  readSensor(g);
  tidemark.sample(g);
}

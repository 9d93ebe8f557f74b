// IMU of Arduino's own libraries.
#ifndef IMU_H
#define IMU_H

struct TheImu {
  int begin() { return 1; }
  int readAcceleration(float& x, float& y, float& z) {
    x = y = 0;
    z = 1;
    return 1;
  }
};
static TheImu IMU;

#endif

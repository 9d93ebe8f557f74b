#include "imu.h"

// Tidemark: a board that tells its own anomalies, and talks to the page of that name.
#ifndef TIDEMARK_H
#define TIDEMARK_H

#include <Arduino.h>

#include "tidemark/arduino_board.h"

#endif

// What this board has to save in: EEPROM on an AVR, NVS on an ESP32, the key-value store of Mbed OS.
// With TIDEMARK_NO_MEMORY defined, and on boards that have none, there is nowhere to save.
#ifndef TIDEMARK_BOARD_MEMORY_H
#define TIDEMARK_BOARD_MEMORY_H

#include "memory.h"

#if defined(TIDEMARK_NO_MEMORY)
#define TIDEMARK_HAS_MEMORY 0
#elif defined(ARDUINO_ARCH_ESP32)
#define TIDEMARK_HAS_MEMORY 1
#include "nvs_memory.h"
#elif defined(ARDUINO_ARCH_MBED)
#define TIDEMARK_HAS_MEMORY 1
#include "kv_memory.h"
#elif defined(__AVR__)
#define TIDEMARK_HAS_MEMORY 1
#include "avr_memory.h"
#else
#define TIDEMARK_HAS_MEMORY 0
#endif

namespace tidemark_core {

/// The board's memory of at least so many bytes, or null.
template <uint16_t Bytes>
Memory* boardMemory() {
#if TIDEMARK_HAS_MEMORY
  static BoardMemory<Bytes> memory;
  return &memory;
#else
  return nullptr;
#endif
}

}  // namespace tidemark_core
#endif

// What this board has to save in: EEPROM on an AVR, NVS on an ESP32, the key-value store of Mbed OS.
// With TIDEMARK_NO_MEMORY defined, and on boards that have none, there is nowhere to save.
#ifndef TIDEMARK_BOARD_MEMORY_H
#define TIDEMARK_BOARD_MEMORY_H

#include "memory.h"
#include "model_memory.h"

#if defined(TIDEMARK_NO_MEMORY)
#elif defined(ARDUINO_ARCH_ESP32)
#define TIDEMARK_HAS_ENTRIES 1
#include "entry_memory.h"
#include "nvs_entry.h"
#elif defined(ARDUINO_ARCH_MBED)
#define TIDEMARK_HAS_ENTRIES 1
#include "entry_memory.h"
#include "kv_entry.h"
#elif defined(__AVR__)
#define TIDEMARK_HAS_EEPROM 1
#include "avr_memory.h"
#endif

namespace tidemark_core {

/// The board's memory of at least so many bytes, or null.
template <uint16_t Bytes>
Memory* boardMemory() {
#if defined(TIDEMARK_HAS_ENTRIES)
  static EntryMemory<Entry, Bytes> memory;
  return &memory;
#elif defined(TIDEMARK_HAS_EEPROM)
  static AvrMemory memory;
  return &memory;
#else
  return nullptr;
#endif
}

/// Where the board keeps a model, or null.
inline ModelMemory* boardModelMemory() {
#if defined(TIDEMARK_HAS_ENTRIES)
  static EntryModelMemory<Entry> memory;
  return &memory;
#else
  return nullptr;
#endif
}

}  // namespace tidemark_core
#endif

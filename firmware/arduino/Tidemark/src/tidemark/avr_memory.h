// The EEPROM of an AVR. A sketch with data of its own there says with TIDEMARK_EEPROM_START where
// the library's bytes begin.
#ifndef TIDEMARK_AVR_MEMORY_H
#define TIDEMARK_AVR_MEMORY_H

#include <avr/eeprom.h>
#include <avr/io.h>

#include "memory.h"

#ifndef TIDEMARK_EEPROM_START
#define TIDEMARK_EEPROM_START 0
#endif

namespace tidemark_core {

class AvrMemory : public Memory {
 public:
  uint16_t size() const override {
    return TIDEMARK_EEPROM_START > E2END ? 0 : E2END + 1 - TIDEMARK_EEPROM_START;
  }
  uint8_t read(uint16_t at) const override { return eeprom_read_byte(place(at)); }
  void write(uint16_t at, uint8_t byte) override { eeprom_update_byte(place(at), byte); }

 private:
  static uint8_t* place(uint16_t at) {
    return reinterpret_cast<uint8_t*>(TIDEMARK_EEPROM_START + at);
  }
};

}  // namespace tidemark_core
#endif

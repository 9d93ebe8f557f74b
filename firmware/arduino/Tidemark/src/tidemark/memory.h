// Where bytes stay when the power goes: EEPROM, a piece of flash, or whatever a board has.
#ifndef TIDEMARK_MEMORY_H
#define TIDEMARK_MEMORY_H

#include <stdint.h>

namespace tidemark_core {

class Memory {
 public:
  virtual uint16_t size() const = 0;
  virtual uint8_t read(uint16_t at) const = 0;
  /// Writes that are made one after the other must take effect in that order, or all at once when
  /// `commit` is called.
  virtual void write(uint16_t at, uint8_t byte) = 0;
  /// Whether what was written is kept.
  virtual bool commit() { return true; }

 protected:
  ~Memory() {}
};

}  // namespace tidemark_core
#endif

// A piece of an ESP32's flash: bytes are gathered and written as one entry, all or none.
#ifndef TIDEMARK_NVS_MEMORY_H
#define TIDEMARK_NVS_MEMORY_H

#include <Preferences.h>

#include "memory.h"

namespace tidemark_core {

template <uint16_t Bytes>
class BoardMemory : public Memory {
 public:
  BoardMemory() {
    for (uint16_t i = 0; i < Bytes; i++) bytes_[i] = 0xff;
    Preferences preferences;
    if (!preferences.begin(SPACE, true)) return;  // never written yet
    preferences.getBytes(KEY, bytes_, Bytes);
    preferences.end();
  }

  uint16_t size() const override { return Bytes; }
  uint8_t read(uint16_t at) const override { return bytes_[at]; }
  void write(uint16_t at, uint8_t byte) override { bytes_[at] = byte; }

  bool commit() override {
    Preferences preferences;
    if (!preferences.begin(SPACE, false)) return false;
    const bool written = preferences.putBytes(KEY, bytes_, Bytes) == Bytes;
    preferences.end();
    return written;
  }

 private:
  static constexpr const char* SPACE = "tidemark";
  static constexpr const char* KEY = "settings";

  uint8_t bytes_[Bytes];
};

}  // namespace tidemark_core
#endif

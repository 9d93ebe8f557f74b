// A value of Mbed OS's key-value store: bytes are gathered and written as one value, all or none.
#ifndef TIDEMARK_KV_MEMORY_H
#define TIDEMARK_KV_MEMORY_H

#include <kvstore_global_api.h>

#include "memory.h"

namespace tidemark_core {

template <uint16_t Bytes>
class BoardMemory : public Memory {
 public:
  BoardMemory() {
    size_t size = 0;
    if (kv_get(KEY, bytes_, Bytes, &size) == 0 && size == Bytes) return;
    for (uint16_t i = 0; i < Bytes; i++) bytes_[i] = 0xff;  // never written yet
  }

  uint16_t size() const override { return Bytes; }
  uint8_t read(uint16_t at) const override { return bytes_[at]; }
  void write(uint16_t at, uint8_t byte) override { bytes_[at] = byte; }
  bool commit() override { return kv_set(KEY, bytes_, Bytes, 0) == 0; }

 private:
  static constexpr const char* KEY = "/kv/tidemark";

  uint8_t bytes_[Bytes];
};

}  // namespace tidemark_core
#endif

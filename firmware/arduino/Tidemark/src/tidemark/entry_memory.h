// Memory of a board that keeps entries: bytes are gathered and written as one, all or none.
#ifndef TIDEMARK_ENTRY_MEMORY_H
#define TIDEMARK_ENTRY_MEMORY_H

#include "memory.h"
#include "model_memory.h"

namespace tidemark_core {

/// Entry: as in nvs_entry.h.
template <typename Entry, uint16_t Bytes>
class EntryMemory : public Memory {
 public:
  EntryMemory() {
    if (Entry::read(NAME, bytes_, Bytes) == Bytes) return;
    for (uint16_t i = 0; i < Bytes; i++) bytes_[i] = 0xff;  // never written yet
  }

  uint16_t size() const override { return Bytes; }
  uint8_t read(uint16_t at) const override { return bytes_[at]; }
  void write(uint16_t at, uint8_t byte) override { bytes_[at] = byte; }
  bool commit() override { return Entry::write(NAME, bytes_, Bytes); }

 private:
  static constexpr const char* NAME = "settings";

  uint8_t bytes_[Bytes];
};

template <typename Entry>
class EntryModelMemory : public ModelMemory {
 public:
  size_t read(void* bytes, size_t most) const override { return Entry::read(NAME, bytes, most); }
  bool write(const void* bytes, size_t count) override { return Entry::write(NAME, bytes, count); }

 private:
  static constexpr const char* NAME = "model";
};

}  // namespace tidemark_core
#endif

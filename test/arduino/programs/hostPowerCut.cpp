// Cuts the power at every byte that a save writes, one run for each, several saves after each other.
// Whatever is read afterwards must be the old settings or the new ones, whole. Says how many cuts.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "savedNumbers.h"

namespace {

struct Bytes : public tidemark_core::Memory {
  uint8_t bytes[2 * Saved::SLOT_BYTES];
  unsigned left = 0xffffffff;  // writes until the power fails
  uint16_t size() const override { return sizeof bytes; }
  uint8_t read(uint16_t at) const override { return bytes[at]; }
  void write(uint16_t at, uint8_t byte) override {
    if (left == 0) return;
    left--;
    bytes[at] = byte;
  }
};

}  // namespace

int main() {
  Bytes memory;
  memset(memory.bytes, 0xff, sizeof memory.bytes);
  unsigned cuts = 0;
  for (unsigned i = 1; i <= 18; i++) {
    const int before = held(memory);
    bool isNew = false;
    for (unsigned writes = 0; !isNew; writes++) {
      Bytes cut = memory;
      cut.left = writes;
      const bool said = Saved::save(cut, numbered(i));
      const int after = held(cut);
      if (after != before && after != int(i)) {
        fprintf(stderr, "save %u cut after %u writes: %d held, %d before\n", i, writes, after, before);
        return 1;
      }
      if (said != (after == int(i))) {
        fprintf(stderr, "save %u cut after %u writes: %d held, said %d\n", i, writes, after, said);
        return 1;
      }
      // What a cut leaves can be saved over.
      cut.left = 0xffffffff;
      if (!Saved::save(cut, numbered(99)) || held(cut) != 99) return 2;
      isNew = after == int(i);
      cuts++;
    }
    if (!Saved::save(memory, numbered(i))) return 3;
  }
  // A flipped bit anywhere is never taken for settings, and never hides those of the other slot.
  for (unsigned bit = 0; bit < 8 * sizeof memory.bytes; bit++) {
    Bytes damaged = memory;
    damaged.bytes[bit / 8] ^= uint8_t(1 << bit % 8);
    const int after = held(damaged);
    if (after != 18 && after != 17) return 4;
  }
  printf("%u\n", cuts);
}

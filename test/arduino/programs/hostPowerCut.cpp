// Cuts the power at every byte that a save writes, one run for each, several saves after each other.
// Whatever is read afterwards must be the old settings or the new ones, whole. Says how many cuts.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tidemark/saved_settings.h"

namespace {

typedef tidemark_core::Settings<REAL, 2> Settings;
typedef tidemark_core::SavedSettings<REAL, 2> Saved;
const tidemark_core::Limits LIMITS = {64, 64, 512};

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

Settings numbered(unsigned i) {
  Settings settings;
  tidemark_core::Parameters<REAL> all;
  all.gamma = REAL(1 + i % 8);
  all.memory = 1000 + i;
  all.tail = uint8_t(i % 3);
  settings.setAll(all);
  settings.setOwn(1, tidemark_core::place::delta, REAL(0.5));
  if (i % 2) settings.setOwn(0, tidemark_core::place::judge, 0);
  return settings;
}

/// The number of the settings that the memory holds, 0 for none; -1 where they are no whole ones.
int held(const Bytes& memory) {
  Settings settings;
  if (Saved::load(memory, LIMITS, settings) != Saved::READ) return 0;
  const int i = int(settings.all().memory) - 1000;
  const Settings wanted = numbered(unsigned(i));
  for (uint8_t k = 0; k < tidemark_core::place::COUNT; k++) {
    for (uint8_t c = 0; c < 2; c++) {
      if (valueAt(settings.of(c), k) != valueAt(wanted.of(c), k)) return -1;
      if (settings.isOwn(c, k) != wanted.isOwn(c, k)) return -1;
    }
    if (valueAt(settings.all(), k) != valueAt(wanted.all(), k)) return -1;
  }
  if (settings.isOwn(0, tidemark_core::place::judge) != wanted.isOwn(0, tidemark_core::place::judge)) return -1;
  return i;
}

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

// Cuts the power around every write of a save, on a board that keeps entries: an ESP32 (-DARDUINO_ARCH_ESP32)
// or one with Mbed OS (-DARDUINO_ARCH_MBED), whose flash is a stand-in (core/flashEntries.h). What the board
// reads when it is on again must be the old settings or the new ones. Says how many cuts.
#include <stdio.h>

#include "savedNumbers.h"
#include "tidemark/board_memory.h"

#ifndef TIDEMARK_HAS_ENTRIES
#error "no board that keeps entries"
#endif

namespace {

/// As the board makes it when it is switched on.
typedef tidemark_core::EntryMemory<tidemark_core::Entry, Saved::BYTES> Memory;

int heldAfterReset() {
  const Memory memory;
  return held(memory);
}

}  // namespace

int main() {
  FlashEntries& flash = flashEntries();
  if (!tidemark_core::boardMemory<Saved::BYTES>() || heldAfterReset() != 0) return 1;
  unsigned cuts = 0;
  for (unsigned i = 1; i <= 300; i++) {
    const int before = heldAfterReset();
    bool isNew = false;
    for (unsigned writes = 0; !isNew; writes++, cuts++) {
      const FlashEntries was = flash;
      flash.powered = writes;
      Memory memory;
      const bool said = Saved::save(memory, numbered(i));
      flash.powered = 0xffffffff;
      const int after = heldAfterReset();
      if ((after != before && after != int(i)) || said != (after == int(i))) {
        fprintf(stderr, "save %u cut after %u writes: %d held, %d before, said %d\n", i, writes, after, before, said);
        return 2;
      }
      // The same board, with power again, saves what it has.
      if (!said && (!Saved::save(memory, numbered(99)) || heldAfterReset() != 99)) return 3;
      isNew = said;
      if (!isNew) flash = was;
    }
  }
  // A model beside them, one after the other, and neither in the other's place.
  tidemark_core::ModelMemory* models = tidemark_core::boardModelMemory();
  static unsigned char model[5000], back[5000];
  memset(model, 7, sizeof model);
  if (!models || models->read(back, sizeof back) != 0 || !models->write(model, sizeof model)) return 4;
  if (models->read(back, sizeof back) != sizeof back || memcmp(model, back, sizeof back)) return 5;
  flash.powered = 0;
  if (models->write(back, 1)) return 6;
  flash.powered = 0xffffffff;
  if (models->read(back, sizeof back) != sizeof back || heldAfterReset() != 300) return 7;
  if (!models->write(back, 1) || models->read(back, sizeof back) != 1) return 8;
  printf("%u\n", cuts);
}

// Keeps the parameters through a power cut: two slots with a checksum, written in turn. A cut at any
// moment leaves the old parameters or the new ones.
#ifndef TIDEMARK_SAVED_SETTINGS_H
#define TIDEMARK_SAVED_SETTINGS_H

#include <string.h>

#include "memory.h"
#include "settings.h"

namespace tidemark_core {

/// A slot: MARK (written last, so that one which is being written counts for nothing), number of
/// the save, three bytes that say whose it is, the parameters, those of each channel, CRC-16.
template <typename Real, uint8_t Channels>
class SavedSettings {
 public:
  enum Found : uint8_t { NOTHING, READ, DAMAGED };

  static const uint16_t SET_BYTES = place::COUNT * sizeof(Real);
  static const uint16_t SLOT_BYTES = 5 + SET_BYTES + Channels * (2 + SET_BYTES) + 2;
  static const uint16_t BYTES = 2 * SLOT_BYTES;

  static bool fits(const Memory& memory) { return memory.size() >= BYTES; }

  /// Reads the newest that is whole; what this build has no memory for becomes the default.
  static Found load(const Memory& memory, const Limits& limits, Settings<Real, Channels>& settings) {
    const int8_t newest = newestOf(memory);
    if (newest < 0) {
      return isMarked(memory, 0) || isMarked(memory, 1) ? DAMAGED : NOTHING;
    }
    uint16_t at = uint16_t(newest * SLOT_BYTES + 5);
    settings = Settings<Real, Channels>();
    Parameters<Real> all = limits.template defaults<Real>();
    for (uint8_t i = 0; i < place::COUNT; i++) {
      const Real value = realAt(memory, at);
      if (limits.isValid(i, value)) setAt(all, i, value);
    }
    settings.setAll(all);
    for (uint8_t c = 0; c < Channels; c++) {
      uint16_t own = memory.read(at++);
      own |= uint16_t(memory.read(at++)) << 8;
      for (uint8_t i = 0; i < place::COUNT; i++) {
        const Real value = realAt(memory, at);
        if ((own >> i & 1) && limits.isValid(i, value)) settings.setOwn(c, i, value);
      }
      if (own >> place::judge & 1) settings.setOwn(c, place::judge, 0);
    }
    return READ;
  }

  /// Whether the settings are kept; if not, the old ones still are.
  static bool save(Memory& memory, const Settings<Real, Channels>& settings) {
    const int8_t newest = newestOf(memory);
    const uint8_t slot = newest == 0 ? 1 : 0;
    const uint16_t start = uint16_t(slot * SLOT_BYTES);
    memory.write(start, 0);
    uint16_t at = uint16_t(start + 1);
    memory.write(at++, newest < 0 ? 0 : uint8_t(memory.read(uint16_t(newest * SLOT_BYTES + 1)) + 1));
    memory.write(at++, sizeof(Real));
    memory.write(at++, Channels);
    memory.write(at++, place::COUNT);
    writeSet(memory, at, settings.all());
    for (uint8_t c = 0; c < Channels; c++) {
      uint16_t own = 0;
      for (uint8_t i = 0; i <= place::judge; i++) own |= uint16_t(settings.isOwn(c, i)) << i;
      memory.write(at++, uint8_t(own));
      memory.write(at++, uint8_t(own >> 8));
      writeSet(memory, at, settings.of(c));
    }
    const uint16_t sum = sumOf(memory, slot);
    memory.write(at++, uint8_t(sum));
    memory.write(at, uint8_t(sum >> 8));
    memory.write(start, MARK);
    return memory.commit() && newestOf(memory) == int8_t(slot);
  }

 private:
  static const uint8_t MARK = 0x54;

  static bool isMarked(const Memory& memory, uint8_t slot) {
    return memory.read(uint16_t(slot * SLOT_BYTES)) == MARK;
  }

  /// CRC-16 (polynomial 0x1021) of a slot's bytes between the mark and the sum.
  static uint16_t sumOf(const Memory& memory, uint8_t slot) {
    const uint16_t start = uint16_t(slot * SLOT_BYTES);
    uint16_t sum = 0xffff;
    for (uint16_t i = 1; i < SLOT_BYTES - 2; i++) {
      sum ^= uint16_t(memory.read(uint16_t(start + i)) << 8);
      for (uint8_t bit = 0; bit < 8; bit++) {
        sum = uint16_t(sum & 0x8000 ? sum << 1 ^ 0x1021 : sum << 1);
      }
    }
    return sum;
  }

  static bool isWhole(const Memory& memory, uint8_t slot) {
    const uint16_t start = uint16_t(slot * SLOT_BYTES);
    const uint16_t end = uint16_t(start + SLOT_BYTES - 2);
    return isMarked(memory, slot) && memory.read(uint16_t(start + 2)) == sizeof(Real) &&
           memory.read(uint16_t(start + 3)) == Channels &&
           memory.read(uint16_t(start + 4)) == place::COUNT &&
           sumOf(memory, slot) ==
               uint16_t(memory.read(end) | uint16_t(memory.read(uint16_t(end + 1))) << 8);
  }

  /// The slot of the last save that was finished, -1 for none.
  static int8_t newestOf(const Memory& memory) {
    const bool first = isWhole(memory, 0);
    const bool second = isWhole(memory, 1);
    if (!first) return second ? 1 : -1;
    if (!second) return 0;
    return int8_t(memory.read(SLOT_BYTES + 1) - memory.read(1)) > 0 ? 1 : 0;
  }

  static Real realAt(const Memory& memory, uint16_t& at) {
    uint8_t bytes[sizeof(Real)];
    for (uint8_t i = 0; i < sizeof bytes; i++) bytes[i] = memory.read(at++);
    Real value;
    memcpy(&value, bytes, sizeof value);
    return value;
  }

  static void writeSet(Memory& memory, uint16_t& at, const Parameters<Real>& p) {
    for (uint8_t i = 0; i < place::COUNT; i++) {
      const Real value = valueAt(p, i);
      uint8_t bytes[sizeof(Real)];
      memcpy(bytes, &value, sizeof value);
      for (uint8_t k = 0; k < sizeof bytes; k++) memory.write(at++, bytes[k]);
    }
  }
};

}  // namespace tidemark_core
#endif

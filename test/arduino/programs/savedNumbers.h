// Settings that can be told apart, and which of them a memory holds.
#ifndef SAVED_NUMBERS_H
#define SAVED_NUMBERS_H

#include "tidemark/saved_settings.h"

typedef tidemark_core::Settings<REAL, 2> Settings;
typedef tidemark_core::SavedSettings<REAL, 2> Saved;

inline Settings numbered(unsigned i) {
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
inline int held(const tidemark_core::Memory& memory) {
  const tidemark_core::Limits limits = {64, 64, 512};
  Settings settings;
  if (Saved::load(memory, limits, settings) != Saved::READ) return 0;
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

#endif

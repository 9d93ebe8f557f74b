// Entries of a flash, under their names, as long as the program runs. Writing one is all or nothing; what
// writes may be without power, or room, from then on.
#ifndef FLASH_ENTRIES_H
#define FLASH_ENTRIES_H

#include <stddef.h>
#include <string.h>

struct FlashEntries {
  struct One {
    char name[64];
    size_t size;  // 0: none
    unsigned char bytes[8192];
  };
  One all[4];
  unsigned writes;  // that were tried
  unsigned powered;  // writes until it is without

  One* find(const char* name) {
    for (One& one : all) {
      if (one.size && !strcmp(one.name, name)) return &one;
    }
    return nullptr;
  }
  bool write(const char* name, const void* bytes, size_t size) {
    writes++;
    if (powered == 0 || size == 0 || size > sizeof all[0].bytes || strlen(name) >= sizeof all[0].name) return false;
    powered--;
    One* its = find(name);
    for (One& one : all) {
      if (!its && !one.size) its = &one;
    }
    if (!its) return false;
    strcpy(its->name, name);
    memcpy(its->bytes, bytes, size);
    its->size = size;
    return true;
  }
};

inline FlashEntries& flashEntries() {
  static FlashEntries entries = {{}, 0, 0xffffffff};
  return entries;
}

#endif

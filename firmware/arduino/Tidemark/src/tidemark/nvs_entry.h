// An entry of an ESP32's flash (NVS), under its name: written all or not at all.
#ifndef TIDEMARK_NVS_ENTRY_H
#define TIDEMARK_NVS_ENTRY_H

#include <Preferences.h>

namespace tidemark_core {

struct Entry {
  /// Returns its bytes, 0 where there is none or it is longer than most.
  static size_t read(const char* name, void* bytes, size_t most) {
    Preferences preferences;
    if (!preferences.begin(SPACE, true)) return 0;  // never written yet
    const bool isThere = preferences.isKey(name);
    const size_t count = isThere ? preferences.getBytes(name, bytes, most) : 0;
    preferences.end();
    return count;
  }

  /// Whether it is kept; if not, what was there before still is.
  static bool write(const char* name, const void* bytes, size_t count) {
    Preferences preferences;
    if (!preferences.begin(SPACE, false)) return false;
    const bool isWritten = preferences.putBytes(name, bytes, count) == count;
    preferences.end();
    return isWritten;
  }

 private:
  static constexpr const char* SPACE = "tidemark";
};

}  // namespace tidemark_core
#endif

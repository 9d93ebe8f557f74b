// A value of Mbed OS's key-value store, under its name: written all or not at all.
#ifndef TIDEMARK_KV_ENTRY_H
#define TIDEMARK_KV_ENTRY_H

#include <kvstore_global_api.h>
#include <stdio.h>

namespace tidemark_core {

struct Entry {
  /// Returns its bytes, 0 where there is none or it is longer than most.
  static size_t read(const char* name, void* bytes, size_t most) {
    size_t count = 0;
    return kv_get(Key(name).text, bytes, most, &count) == 0 && count <= most ? count : 0;
  }

  /// Whether it is kept; if not, what was there before still is.
  static bool write(const char* name, const void* bytes, size_t count) {
    return kv_set(Key(name).text, bytes, count, 0) == 0;
  }

 private:
  struct Key {
    char text[32];
    explicit Key(const char* name) { snprintf(text, sizeof text, "/kv/tidemark-%s", name); }
  };
};

}  // namespace tidemark_core
#endif

// Of the ESP32's core: what the library uses of its key-value store in the flash (NVS), which has namespaces
// of up to 15 letters, and names of entries as long. A namespace that was never written cannot be read.
#include <stdint.h>
#include <stdio.h>

#include "flashEntries.h"

class Preferences {
 public:
  bool begin(const char* name, bool readOnly = false, const char* = nullptr) {
    if (isStarted_ || strlen(name) > 15) return false;
    isReadOnly_ = readOnly;
    strcpy(space_, name);
    isStarted_ = !readOnly || isWritten();
    return isStarted_;
  }
  void end() { isStarted_ = false; }
  bool isKey(const char* key) { return isStarted_ && its(key); }
  size_t putBytes(const char* key, const void* value, size_t len) {
    if (!isStarted_ || isReadOnly_ || strlen(key) > 15) return 0;
    return flashEntries().write(Name(space_, key).text, value, len) ? len : 0;
  }
  size_t getBytes(const char* key, void* buf, size_t maxLen) {
    const FlashEntries::One* one = isStarted_ ? its(key) : nullptr;
    if (!one || one->size > maxLen) return 0;
    memcpy(buf, one->bytes, one->size);
    return one->size;
  }

 private:
  struct Name {
    char text[64];
    Name(const char* space, const char* key) { snprintf(text, sizeof text, "%.15s.%.15s", space, key); }
  };

  const FlashEntries::One* its(const char* key) const { return flashEntries().find(Name(space_, key).text); }
  bool isWritten() const {
    for (const FlashEntries::One& one : flashEntries().all) {
      if (one.size && !strncmp(one.name, space_, strlen(space_))) return true;
    }
    return false;
  }

  bool isStarted_ = false;
  bool isReadOnly_ = false;
  char space_[16] = "";
};

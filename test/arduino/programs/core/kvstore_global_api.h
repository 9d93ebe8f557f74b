// Of Mbed OS: one value under its name, as long as the program runs.
#include <stddef.h>
#include <string.h>

static unsigned char kvValue[4096];
static size_t kvSize = 0;

inline int kv_set(const char*, const void* buffer, size_t size, uint32_t) {
  memcpy(kvValue, buffer, size);
  kvSize = size;
  return 0;
}
inline int kv_get(const char*, void* buffer, size_t size, size_t* actual) {
  if (kvSize == 0 || size < kvSize) return -1;
  memcpy(buffer, kvValue, kvSize);
  *actual = kvSize;
  return 0;
}

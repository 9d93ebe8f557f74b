// Of Mbed OS: its global key-value store. 0 is success.
#include <stdint.h>

#include "flashEntries.h"

inline int kv_set(const char* full_name_key, const void* buffer, size_t size, uint32_t) {
  return flashEntries().write(full_name_key, buffer, size) ? 0 : -1;
}
inline int kv_get(const char* full_name_key, void* buffer, size_t buffer_size, size_t* actual_size) {
  const FlashEntries::One* its = flashEntries().find(full_name_key);
  if (!its || its->size > buffer_size) return -1;
  memcpy(buffer, its->bytes, its->size);
  *actual_size = its->size;
  return 0;
}

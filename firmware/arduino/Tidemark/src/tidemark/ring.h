// The newest values of a series, up to Capacity, in no order but that of their places.
#ifndef TIDEMARK_RING_H
#define TIDEMARK_RING_H

#include <stdint.h>
#include <string.h>

#include "numbers.h"

namespace tidemark_core {

/// What rings of all values have alike. One whose bytes are 0 holds nothing.
struct RingPlaces {
  uint8_t size;
  uint8_t count;
  uint8_t next;

  /// Holds up to so many from now on, and keeps the newest. values: of so many bytes each.
  TIDEMARK_CALL void resize(void* values, uint8_t bytes, uint8_t wanted) {
    if (wanted == size) return;
    uint8_t* const first = static_cast<uint8_t*>(values);
    // Oldest first: turned by one place at a time, for there is no room for a copy.
    for (uint8_t turns = count == size ? next : 0;; turns--) {
      if (turns == 0 && count <= wanted) break;
      uint8_t kept[8];
      memcpy(kept, first, bytes);
      memmove(first, first + bytes, uint16_t(bytes) * (count - 1));
      if (turns == 0) {
        count--;
        turns = 1;
      } else {
        memcpy(first + uint16_t(bytes) * (count - 1), kept, bytes);
      }
    }
    size = wanted;
    next = count < wanted ? count : 0;
  }
};

template <typename Value, uint8_t Capacity>
class Ring {
 public:
  const Value* values() const { return values_; }
  uint8_t count() const { return places_.count; }
  uint8_t size() const { return places_.size; }
  bool isFull() const { return places_.count == places_.size; }

  void push(Value value) {
    if (places_.size == 0) return;
    values_[places_.next] = value;
    if (++places_.next == places_.size) places_.next = 0;
    if (places_.count < places_.size) places_.count++;
  }

  /// Holds up to so many from now on, 0 to Capacity, and keeps the newest.
  void resize(uint8_t size) { places_.resize(values_, sizeof(Value), size); }

 private:
  Value values_[Capacity];
  RingPlaces places_;
};

}  // namespace tidemark_core
#endif

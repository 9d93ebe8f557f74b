// The newest values of a series, up to Capacity, oldest first.
#ifndef TIDEMARK_RING_H
#define TIDEMARK_RING_H

#include <stdint.h>
#include <string.h>

#include "numbers.h"

namespace tidemark_core {

/// How many values there are, and may be. One whose bytes are 0 holds nothing.
struct RingPlaces {
  uint8_t size;
  uint8_t count;

  /// Leaves the newest `wanted`, of so many bytes each, at the first place.
  void keep(void* values, uint8_t bytes, uint8_t wanted) {
    if (count <= wanted) return;
    uint8_t* const first = static_cast<uint8_t*>(values);
    memmove(first, first + uint8_t(count - wanted) * uint16_t(bytes), wanted * uint16_t(bytes));
    count = wanted;
  }

  /// Takes one more, and forgets the oldest where they would be too many.
  void push(void* values, uint8_t bytes, const void* value) {
    if (size == 0) return;
    keep(values, bytes, uint8_t(size - 1));
    memcpy(static_cast<uint8_t*>(values) + count * bytes, value, bytes);
    count++;
  }
};

/// Bytes are over behind the places where numbers begin at whole words: what has one as a base fills them with
/// its first members, what has one as a member cannot.
template <typename Value, uint8_t Capacity>
class Ring {
 public:
  const Value* values() const { return values_; }
  uint8_t count() const { return places_.count; }
  uint8_t size() const { return places_.size; }
  bool isFull() const { return places_.count == places_.size; }

  void push(const Value& value) { places_.push(values_, sizeof(Value), &value); }

  /// Holds up to so many from now on, 0 to Capacity, and keeps the newest.
  void resize(uint8_t size) {
    places_.size = size;
    places_.keep(values_, sizeof(Value), size);
  }

 private:
  Value values_[Capacity];
  RingPlaces places_;
};

}  // namespace tidemark_core
#endif

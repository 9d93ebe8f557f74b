// The newest values of a series, up to Capacity, in no order but that of their places.
#ifndef TIDEMARK_RING_H
#define TIDEMARK_RING_H

#include <stdint.h>

namespace tidemark_core {

template <typename Value, uint8_t Capacity>
class Ring {
 public:
  const Value* values() const { return values_; }
  uint8_t count() const { return count_; }
  uint8_t size() const { return size_; }
  bool isFull() const { return count_ == size_; }

  void push(Value value) {
    if (size_ == 0) return;
    values_[next_] = value;
    next_ = next_ + 1 < size_ ? next_ + 1 : 0;
    if (count_ < size_) count_++;
  }

  /// Holds up to so many from now on, 0 to Capacity, and keeps the newest.
  void resize(uint8_t size) {
    if (size == size_) return;
    // Oldest first: turned by one place at a time, for there is no room for a copy.
    for (uint8_t turns = isFull() ? next_ : 0; turns > 0; turns--) shift(1);
    while (count_ > size) {
      shift(0);
      count_--;
    }
    size_ = size;
    next_ = count_ < size ? count_ : 0;
  }

 private:
  /// The first value leaves; with `back` it becomes the last.
  void shift(uint8_t back) {
    const Value first = values_[0];
    for (uint8_t i = 1; i < count_; i++) values_[i - 1] = values_[i];
    if (back) values_[count_ - 1] = first;
  }

  Value values_[Capacity];
  uint8_t size_ = 0;
  uint8_t count_ = 0;
  uint8_t next_ = 0;
};

}  // namespace tidemark_core
#endif

// The last commands that were acted on: a host that asks again gets its answer again.
#ifndef TIDEMARK_ANSWERED_H
#define TIDEMARK_ANSWERED_H

#include <stdint.h>

namespace tidemark_core {

/// Refused commands need not be here: refused again, they get the same answer.
class Answered {
 public:
  bool has(uint32_t mark) const {
    for (uint8_t i = 0; i < count_; i++) {
      if (marks_[i] == mark) return true;
    }
    return false;
  }

  void add(uint32_t mark) {
    marks_[next_] = mark;
    next_ = uint8_t((next_ + 1) % REMEMBERED);
    if (count_ < REMEMBERED) count_++;
  }

 private:
  static const uint8_t REMEMBERED = 4;
  uint32_t marks_[REMEMBERED];
  uint8_t count_ = 0;
  uint8_t next_ = 0;
};

}  // namespace tidemark_core
#endif

// The sum that a model's file ends with, and that a kept forest is known by.
#ifndef TIDEMARK_ADLER32_H
#define TIDEMARK_ADLER32_H

#include <stdint.h>

namespace tidemark_core {

class Adler32 {
 public:
  void take(uint8_t byte) {
    const uint32_t prime = 65521;
    a_ = (a_ + byte) % prime;
    b_ = (b_ + a_) % prime;
  }

  uint32_t value() const { return b_ << 16 | a_; }

 private:
  uint32_t a_ = 1;
  uint32_t b_ = 0;
};

}  // namespace tidemark_core
#endif

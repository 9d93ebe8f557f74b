// Letters from the host, gathered into lines.
#ifndef TIDEMARK_LINE_IN_H
#define TIDEMARK_LINE_IN_H

#include "command.h"

namespace tidemark_core {

/// Lines of up to so many bytes, blanks around them not counted.
template <uint16_t Bytes>
class LineIn {
 public:
  enum Event : uint8_t { GOES_ON, LINE, TOO_LONG };

  /// The line, after LINE and until the next letter.
  Piece line() const { return trimmed({letters_, length_}); }

  /// Takes a letter. TOO_LONG is said once for a line, and it is dropped up to its end.
  Event take(char c) {
    if (isOver_) length_ = 0;
    isOver_ = c == '\n';
    if (isOver_) {
      const bool dropped = isDropping_;
      isDropping_ = false;
      if (dropped) return GOES_ON;
      return line().length > Bytes ? TOO_LONG : LINE;
    }
    if (isDropping_ || (length_ == 0 && isBlank(c))) return GOES_ON;
    if (length_ <= Bytes) {  // one more: a carriage return may end it
      letters_[length_++] = c;
      letters_[length_] = 0;
      return GOES_ON;
    }
    isDropping_ = true;
    length_ = 0;
    return TOO_LONG;
  }

 private:
  char letters_[Bytes + 2];
  uint16_t length_ = 0;
  bool isOver_ = false;
  bool isDropping_ = false;
};

}  // namespace tidemark_core
#endif

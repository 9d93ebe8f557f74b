// The names of a board's channels as a model's file has them: what is not a letter, digit, -, _, . or ~
// is %XX, with commas between, to the end of the line.
#ifndef TIDEMARK_CHANNEL_FIELDS_H
#define TIDEMARK_CHANNEL_FIELDS_H

#include <stdint.h>

namespace tidemark_core {

inline bool isPlainLetter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

/// channels: "name:unit" of each, separated by ";".
class ChannelFields {
 public:
  explicit ChannelFields(const char* channels = "") : at_(channels) {}

  char next() {
    if (*at_ == ':' || *at_ == ';' || !*at_) {
      while (*at_ && *at_ != ';') at_++;
      if (!*at_) return '\n';
      at_++;
      return ',';
    }
    if (isPlainLetter(*at_)) return *at_++;
    // As the hello says it.
    const bool isCleaned = *at_ == ',' || *at_ == '*' || *at_ == '=' || *at_ < ' ' || *at_ > '~';
    const uint8_t letter = uint8_t(isCleaned ? ' ' : *at_);
    if (escaped_ == 0) {
      escaped_ = 1;
      return '%';
    }
    const uint8_t digit = escaped_ == 1 ? letter >> 4 : letter & 15;
    if (escaped_ == 2) at_++;
    escaped_ = escaped_ == 1 ? 2 : 0;
    return char(digit < 10 ? '0' + digit : 'A' + digit - 10);
  }

 private:
  const char* at_;
  uint8_t escaped_ = 0;  // letters of %XX that have been given
};

}  // namespace tidemark_core
#endif

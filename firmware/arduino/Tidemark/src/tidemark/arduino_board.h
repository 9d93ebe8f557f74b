// The board on a Stream, with Arduino's clock.
#ifndef TIDEMARK_ARDUINO_BOARD_H
#define TIDEMARK_ARDUINO_BOARD_H

#include <Arduino.h>

#include "board.h"
#include "board_memory.h"
#include "limits.h"

/// A board of so many channels: `begin` in setup, then in loop
/// `if (tidemark.due()) tidemark.sample(value);`
template <uint8_t Channels>
class TidemarkOf {
 public:
  typedef TIDEMARK_REAL Number;

  TidemarkOf() : board_(tidemark_core::LineOut(put, this)) {}

  /// Parameters to begin with where none were saved, before `begin`: "gamma=3.5,delta=0.9" or, of
  /// one channel, "ch=1,gamma=5", as in the page's `set`. Whether they were taken.
  bool startWith(const char* fields) { return board_.startWith(fields); }

  /// A forest that names events on the board, before `begin`: a model's file as a text that is
  /// TIDEMARK_FLASH, used where the page pushed none that was kept. The line says why if it is not;
  /// false where a board names no events (TIDEMARK_NODES).
  bool nameBy(const char* model) { return board_.nameBy(model); }

  /// stream: Serial or any other, already begun. channels: "name:unit" of each, separated by ";".
  /// sensor, board and id: words for the page, which must stay where they are. periodMs: between
  /// samples, until another is set from the page.
  void begin(Stream& stream, const char* channels, const char* sensor = "sketch",
             float periodMs = 100, const char* board = "Arduino", const char* id = "") {
    typedef tidemark_core::SavedSettings<Number, Channels> Saved;
    stream_ = &stream;
    const tidemark_core::Identity identity = {board, id, sensor, channels};
    board_.measureBy(microseconds);
    board_.boot(identity, tidemark_core::boardMemory<Saved::BYTES>(), periodMs,
                tidemark_core::boardModelMemory());
  }

  /// Words of the sketch's own, typed on the line or sent by the page: onWord gets each word that
  /// the page's commands do not use, and says whether it knows it.
  void onWord(bool (*onWord)(const char* word)) { board_.onWord(onWord); }

  /// Answers the page. Whether it is time for `sample`. To be called in each turn of loop.
  bool due() {
    // No more than this in one go, so that a flood cannot starve the sampling.
    for (uint8_t i = 0; i < 64 && stream_->available() > 0; i++) board_.feed(char(stream_->read()));
    const int32_t wait = board_.due(now());
    if (wait > SPARE_MS) board_.spare();
    return wait <= 0;
  }

  /// Sends and judges one value of each channel.
  void sample(const Number* values) { board_.sample(now(), values); }
  void sample(Number value) {
    static_assert(Channels == 1, "with several channels: an array of values");
    board_.sample(now(), &value);
  }

  /// Milliseconds since boot; they never wrap as long as `due` is called once in 49 days.
  uint64_t now() {
    const uint32_t ticks = millis();
    if (ticks < ticks_) rounds_++;
    ticks_ = ticks;
    return uint64_t(rounds_) << 32 | ticks;
  }

 private:
  static const uint8_t SPARE_MS = 30;  // enough for a line that can wait

  static uint32_t microseconds() { return micros(); }

  static void put(void* self, char letter) {
    static_cast<TidemarkOf*>(self)->stream_->write(uint8_t(letter));
  }

  Stream* stream_ = nullptr;
  uint32_t ticks_ = 0;
  uint16_t rounds_ = 0;
  tidemark_core::Board<Number, Channels, TIDEMARK_MAXIMA, TIDEMARK_OUTLIERS, TIDEMARK_BINS,
                  TIDEMARK_LINE_BYTES, TIDEMARK_NODES>
      board_;
};

typedef TidemarkOf<1> Tidemark;

#endif

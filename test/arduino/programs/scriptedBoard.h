// A board whose clock and wire are in the test's hand: a script, line by line.
//
//   f<hex>     bytes for the board
//   t<ms>      the clock's time: what is due is done; says =<ms to the next sample>
//   c<ms>      where the clock of r begins
//   r<count>   so many sampling periods pass
//   i<kind>    disturbs the machine
//   #          says #
#ifndef SCRIPTED_BOARD_H
#define SCRIPTED_BOARD_H

#include "tidemark/board.h"
#include "tidemark/simulated.h"

template <typename Board>
class ScriptedBoard {
 public:
  typedef typename Board::Number Real;

  ScriptedBoard(Board& board, tidemark_core::LineOut out, uint32_t seed)
      : board_(board), out_(out), machine_(seed) {}

  /// Takes a line, without its end.
  void line(const char* line) {
    const char* rest = line + 1;
    switch (line[0]) {
      case 'f':
        for (; rest[0] && rest[1]; rest += 2) board_.feed(char(digit(rest[0]) << 4 | digit(rest[1])));
        return;
      case 't':
        return say(turn(count(rest)));
      case 'c':
        clock_ = count(rest);
        return;
      case 'r':
        for (uint64_t left = count(rest); left > 0; left--) {
          const int32_t wait = turn(clock_);
          clock_ += uint32_t(wait > 1 ? wait : 1);
        }
        return;
      case 'i':
        machine_.inject(rest);
        return;
      case '#':
        out_.text("#\n", 2);
    }
  }

 private:
  static uint64_t count(const char* digits) {
    uint64_t value = 0;
    for (; *digits >= '0' && *digits <= '9'; digits++) value = 10 * value + uint64_t(*digits - '0');
    return value;
  }

  static int digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

  void say(int32_t wait) {
    out_.letter('=');
    if (wait < 0) out_.letter('-');
    out_.whole(uint32_t(wait < 0 ? -wait : wait));
    out_.letter('\n');
  }

  /// Takes the sample that is due. Returns the ms until the next.
  int32_t turn(uint64_t now) {
    const int32_t due = board_.due(now);
    if (due <= 0) board_.sample(now, machine_.read(uint32_t(now)));
    else if (due > 30) board_.spare();
    return board_.due(now);
  }

  Board& board_;
  tidemark_core::LineOut out_;
  tidemark_core::Simulated<Real> machine_;
  uint64_t clock_ = 0;
};

#endif

// A board whose clock and wire are in the test's hand: a script from the standard input, what the
// board sends to the standard output. -DREAL=float or double.
//
//   f<hex>     bytes for the board
//   t<ms>      the clock's time: what is due is done; says =<ms to the next sample>
//   c<ms>      where the clock of r begins
//   r<count>   so many sampling periods pass
//   i<kind>    disturbs the machine
//   #          says #
// Arguments: the seed of its machine; the file that is its memory, of the size that it has.
#include <stdio.h>
#include <stdlib.h>

#include "tidemark/board.h"
#include "tidemark/simulated.h"

typedef tidemark_core::Board<REAL, 2, 64, 64, 512, 512, 512> Board;

/// Bytes in a file, or nowhere.
class FileMemory : public tidemark_core::Memory {
 public:
  explicit FileMemory(const char* path) : file_(path ? fopen(path, "r+b") : nullptr) {}
  uint16_t size() const override {
    if (!file_) return 0;
    fseek(file_, 0, SEEK_END);
    return uint16_t(ftell(file_));
  }
  uint8_t read(uint16_t at) const override {
    fseek(file_, at, SEEK_SET);
    return uint8_t(fgetc(file_));
  }
  void write(uint16_t at, uint8_t byte) override {
    fseek(file_, at, SEEK_SET);
    fputc(byte, file_);
    fflush(file_);
  }

 private:
  FILE* file_;
};

static void put(void*, char letter) { putchar(letter); }

static int digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

static Board board(tidemark_core::LineOut(put, nullptr));

/// Takes the sample that is due. Returns the ms until the next.
static int32_t turn(tidemark_core::Simulated<REAL>& machine, uint64_t now) {
  const int32_t due = board.due(now);
  if (due <= 0) board.sample(now, machine.read(uint32_t(now)));
  else if (due > 30) board.spare();
  return board.due(now);
}

int main(int count, char** arguments) {
  tidemark_core::Simulated<REAL> machine(uint32_t(count > 1 ? atoi(arguments[1]) : 1));
  FileMemory memory(count > 2 ? arguments[2] : nullptr);
  uint64_t clock = 0;
  const tidemark_core::Identity identity = {"bench", "0a", "simulated", "vibration:g;temp:degC"};
  board.boot(identity, count > 2 ? &memory : nullptr, 20);
  static char line[1 << 16];
  while (fgets(line, sizeof line, stdin)) {
    const char* rest = line + 1;
    if (line[0] == 'f') {
      for (; rest[0] > ' ' && rest[1] > ' '; rest += 2) {
        board.feed(char(digit(rest[0]) << 4 | digit(rest[1])));
      }
    } else if (line[0] == 't') {
      printf("=%d\n", turn(machine, strtoull(rest, nullptr, 10)));
    } else if (line[0] == 'c') {
      clock = strtoull(rest, nullptr, 10);
    } else if (line[0] == 'r') {
      for (int i = atoi(rest); i > 0; i--) {
        const int32_t wait = turn(machine, clock);
        clock += uint32_t(wait > 1 ? wait : 1);
      }
    } else if (line[0] == 'i') {
      line[strlen(line) - 1] = 0;
      machine.inject(rest);
    } else if (line[0] == '#') {
      printf("#\n");
    }
  }
}

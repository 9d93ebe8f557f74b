// A scripted board (see scriptedBoard.h) that names events, on a Cortex-M: in the memory of a micro:bit.
#include "cortexMInput.h"
#include "scriptedBoard.h"

typedef tidemark_core::Board<float, 2, 64, 64, 48, 512, 128> Board;

static void letter(void*, char c) { put(c); }

static void speak() {
  static Board board(tidemark_core::LineOut(letter, nullptr));
  static ScriptedBoard<Board> scripted(board, tidemark_core::LineOut(letter, nullptr), 3);
  const tidemark_core::Identity identity = {"bench", "0a", "simulated", "vibration:g;temp:degC"};
  board.boot(identity, nullptr, 20);
  static char line[640];
  while (takeLine(line)) scripted.line(line);
}

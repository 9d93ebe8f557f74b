// A scripted board (see scriptedBoard.h): the script from the standard input, what the board sends to the
// standard output. -DREAL=float or double.
// Arguments: the seed of its machine; the file that is its memory, of the size that it has; the file where
// it keeps a model, "full" for a place that takes none, "" for no such place; the file of the model that its
// sketch has.
#include <stdio.h>
#include <stdlib.h>

#include "scriptedBoard.h"

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

/// A value in a file.
class FileModelMemory : public tidemark_core::ModelMemory {
 public:
  explicit FileModelMemory(const char* path) : path_(path) {}
  size_t read(void* bytes, size_t most) const override {
    FILE* file = fopen(path_, "rb");
    const size_t count = file ? fread(bytes, 1, most, file) : 0;
    if (file) fclose(file);
    return count;
  }
  bool write(const void* bytes, size_t count) override {
    if (!strcmp(path_, "full")) return false;
    FILE* file = fopen(path_, "wb");
    const bool isWritten = file && fwrite(bytes, 1, count, file) == count;
    if (file) fclose(file);
    return isWritten;
  }

 private:
  const char* path_;
};

static void put(void*, char letter) { putchar(letter); }

static Board board(tidemark_core::LineOut(put, nullptr));

int main(int count, char** arguments) {
  ScriptedBoard<Board> scripted(board, tidemark_core::LineOut(put, nullptr),
                                uint32_t(count > 1 ? atoi(arguments[1]) : 1));
  FileMemory memory(count > 2 ? arguments[2] : nullptr);
  FileModelMemory models(count > 3 ? arguments[3] : "");
  static char model[1 << 16] = "";
  if (count > 4 && FileModelMemory(arguments[4]).read(model, sizeof model - 1)) board.nameBy(model);
  const tidemark_core::Identity identity = {"bench", "0a", "simulated", "vibration:g;temp:degC"};
  board.boot(identity, count > 2 ? &memory : nullptr, 20, count > 3 && arguments[3][0] ? &models : nullptr);
  static char line[1 << 16];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    scripted.line(line);
  }
}

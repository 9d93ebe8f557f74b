// Floods a board with garbage that has commands in it: arguments are how many bytes, and a seed.
// Every line that it sends must be whole and summed right, every whole command answered, and samples
// go on. To be compiled with -fsanitize=address,undefined. Says how much was fed and answered.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tidemark/board.h"

namespace {

const char* const GARBAGE[] = {
    "save,1\nrestart\nstop*00\n*\n,,,=\n=,=\nset,=,=\nhello,",
    "set,7,ch=0,gamma=,judge=0,tail=upper\nset,7,ch=,=\nset ch=9 gamma=1\n",
    "set gamma=1e999999999,delta=-.e5\nset least=+.5e-3 block=-0 season=2592000000\n",
    "set,1,maxima=3,outliers=2,block=2\nset,2,maxima=10,outliers=10\nset memory=0 tail=lower\n",
    "set,1,rhythm=0,drift=0\nset,1,rhythm=20,drift=20,gamma=0.0001\nset block=4096\n",
    "set,3,season=3600000000\nset,4,season=500,bins=2\nset,5,season=20000,bins=512\n",
    "\r\r\r\n\x7f\x80\xff*zz\nping ping ping\nget,,\nstart=\n",
    "model,1,1,2,dGlkZW1hcmssMSwxLDAuNQo=\nmodel,2,2,2,AAAA\nmodel,3,0,0,\nmodel,4,1,1,=\n",
};

uint32_t state = 1;
uint32_t below(uint32_t limit) {
  state = state * 1664525u + 1013904223u;
  return (state >> 8) % limit;
}

char sent[600];
unsigned length = 0;
unsigned long answers = 0;
unsigned long samples = 0;
char awaited[40];

void fail(const char* why) {
  fprintf(stderr, "%s: %.*s\n", why, int(length), sent);
  exit(1);
}

/// Takes what the board sends and looks at each line.
void put(void*, char letter) {
  if (letter != '\n') {
    if (length >= 512) fail("too long");
    sent[length++] = letter;
    return;
  }
  uint8_t sum = 0;
  if (length < 4 || sent[length - 3] != '*') fail("no sum");
  for (unsigned i = 0; i < length - 3; i++) {
    if (sent[i] < ' ' || sent[i] > '~') fail("a strange letter");
    sum ^= uint8_t(sent[i]);
  }
  sent[length] = 0;
  char wanted[3];
  snprintf(wanted, sizeof wanted, "%02X", sum);
  if (strcmp(wanted, sent + length - 2)) fail("a wrong sum");
  if (!strncmp(sent, awaited, strlen(awaited))) answers++;
  if (sent[0] == 's') samples++;
  length = 0;
}

struct Bytes : public tidemark_core::Memory {
  uint8_t bytes[4096];
  uint16_t size() const override { return sizeof bytes; }
  uint8_t read(uint16_t at) const override { return bytes[at]; }
  void write(uint16_t at, uint8_t byte) override { bytes[at] = byte; }
};

template <typename Board>
void flood(unsigned long bytes) {
  static Bytes memory;
  Board* board = new Board(tidemark_core::LineOut(put, nullptr));
  const tidemark_core::Identity identity = {"fuzz", "", "noise", "a:g;b:g"};
  board->boot(identity, &memory, 100);
  unsigned long asked = 0;
  uint64_t t = 0;
  answers = samples = 0;
  strcpy(awaited, "-");
  for (unsigned long fed = 0; fed < bytes;) {
    const uint32_t kind = below(6);
    char chunk[2100];
    uint32_t size = below(kind == 5 ? 2000 : 300);
    for (uint32_t i = 0; i < size; i++) {
      const uint32_t letter = below(256);
      chunk[i] = char(kind == 0 ? letter : kind == 1 ? 32 + letter % 95 : kind == 5 ? 'a' : 128 | letter);
    }
    if (kind == 2 || kind == 3 || kind == 4) {
      const char* text = GARBAGE[below(sizeof GARBAGE / sizeof *GARBAGE)];
      size = uint32_t(strlen(text));
      memcpy(chunk, text, size);
      if (kind != 2 && size) chunk[below(size)] = char(below(256));
    }
    for (uint32_t i = 0; i < size; i++) board->feed(chunk[i]);
    char body[40];
    snprintf(body, sizeof body, "ping,q%lu", asked);
    snprintf(awaited, sizeof awaited, "r,q%lu,ok*", asked);
    uint8_t sum = 0;
    for (const char* at = body; *at; at++) sum ^= uint8_t(*at);
    char line[60];
    snprintf(line, sizeof line, "\n%s*%02x\r\n", body, sum);
    for (const char* at = line; *at; at++) board->feed(*at);
    fed += size + strlen(line);
    asked++;
    if (answers != asked) {
      fprintf(stderr, "%lu answers to %lu commands; the last: %s\n", answers, asked, line);
      return exit(1);
    }
    if (asked % 4 == 0) {
      for (const char* at = "start\n"; *at; at++) board->feed(*at);
      t += 1 + below(5000000);
      const float noise = below(3) ? float(below(1000)) / 100 : below(2) ? NAN : 1e17f;
      typename Board::Number values[2] = {noise, noise * 2};
      board->sample(t, values);
      if (samples != asked / 4) fail("no sample");
      if (board->due(t) < 0) fail("late at once");
    }
  }
  printf("%lu bytes, %lu commands, %lu samples\n", bytes, asked, samples);
  delete board;
}

/// Files of models with a letter or a number changed, most of them with a sum that fits: what is refused is
/// refused, and by what is taken each event has a class of it.
void changeModels(unsigned long files) {
  typedef tidemark_core::Forest<float, 5> Forest;
  static Forest forest;
  static tidemark_core::ModelReader<float, 5> reader;
  const char* const lines[] = {
      "tidemark,1,1,0.5", "s,peak:3,lasted:-20", "k,a,b", "t,x,y%20", "f,2", "c,2", "lb,0", "l,0", "l,1",
      "r,0", "r,2", "n,0,5,1,-1", "n,1,100,-1,-2", "n,0,7,1,-1", "n,1,-3,-2,-1"};
  const char* const news[] = {"0", "-1", "1", "2", "7", "-3", "-32769", "99999", "", "1e9", "nan", "%", "peak:3"};
  unsigned long named = 0;
  for (unsigned long file = 0; file < files; file++) {
    char text[2000];
    char* end = text;
    const unsigned changed = below(sizeof lines / sizeof *lines);
    for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
      char line[300];
      strcpy(line, lines[i]);
      if (i == changed) {
        char* field = line;
        for (uint32_t fields = below(5); fields && strchr(field, ','); fields--) field = strchr(field, ',') + 1;
        const char* rest = strchr(field, ',');
        char behind[300];
        strcpy(behind, rest ? rest : "");
        strcpy(field, news[below(sizeof news / sizeof *news)]);
        strcat(field, behind);
      }
      // Longer than there is memory for, now and then.
      const uint32_t times = i == changed && below(8) == 0 ? below(8) : 1;
      for (uint32_t time = 0; time < times; time++) end += sprintf(end, "%s\n", line);
    }
    if (below(4) == 0) text[below(uint32_t(end - text))] = char(below(256));
    uint32_t a = 1;
    uint32_t b = 0;
    for (char* at = text; at < end; at++) {
      a = (a + uint8_t(*at)) % 65521;
      b = (b + a) % 65521;
    }
    end += sprintf(end, "z,%04x%04x\n", b, a);
    reader.begin(forest, "a:g;b:g");
    for (char* at = text; at < end; at++) reader.take(*at);
    if (reader.end().what != tidemark_core::ModelFault::NONE) continue;
    named++;
    const float sizes[] = {-1e30f, -1, 0, 3, 1e30f};
    for (float size : sizes) {
      float numbers[tidemark_core::FEATURE_COUNT];
      for (float& number : numbers) number = size;
      float share;
      const uint8_t its = forest.classOf(numbers, share);
      if (its != Forest::UNKNOWN && strlen(forest.nameOf(its)) == 0) fail("no name");
    }
  }
  printf("%lu files of models, %lu taken\n", files, named);
}

}  // namespace

int main(int, char** arguments) {
  const unsigned long bytes = strtoul(arguments[1], nullptr, 10);
  state = uint32_t(strtoul(arguments[2], nullptr, 10));
  flood<tidemark_core::Board<float, 1, 10, 10, 0, 160>>(bytes / 2);
  flood<tidemark_core::Board<double, 2, 64, 64, 512, 512, 64>>(bytes / 2);
  changeModels(bytes / 50);
}

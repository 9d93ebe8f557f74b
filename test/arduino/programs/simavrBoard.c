/* An Arduino Uno on a pseudo-terminal, in real time: an ATmega328P at 16 MHz with the program of a
 * .hex file, its UART at the terminal, its EEPROM in a file.
 *
 *   simavrBoard PROGRAM.hex EEPROM LINK
 *
 * LINK is where the terminal appears; then it says so. What nobody listens to is lost. Lines of the
 * standard input are typed into the UART, between those that come over the terminal. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <simavr/avr_eeprom.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>
#include <simavr/sim_hex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { CLOCK = 16000000, EEPROM_BYTES = 1024, TURN_US = 1000, MOST_BEHIND_US = 100000 };

static int terminal = -1;
static int takesMore = 1;

static void onOutput(struct avr_irq_t* irq, uint32_t value, void* unused) {
  (void)irq, (void)unused;
  const char letter = (char)value;
  if (write(terminal, &letter, 1) != 1) return; /* nobody listens */
}
static void onXon(struct avr_irq_t* irq, uint32_t value, void* unused) {
  (void)irq, (void)value, (void)unused;
  takesMore = 1;
}
static void onXoff(struct avr_irq_t* irq, uint32_t value, void* unused) {
  (void)irq, (void)value, (void)unused;
  takesMore = 0;
}
/* Asleep, time passes as well; the turn keeps to the clock. */
static void onSleep(avr_t* avr, avr_cycle_count_t cycles) { (void)avr, (void)cycles; }

static int openTerminal(const char* link) {
  terminal = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
  if (terminal < 0 || grantpt(terminal) || unlockpt(terminal)) return 0;
  /* Held open, so that it does not hang up when the browser closes it. */
  const int own = open(ptsname(terminal), O_RDWR | O_NOCTTY);
  struct termios settings;
  if (own < 0 || tcgetattr(own, &settings)) return 0;
  cfmakeraw(&settings);
  unlink(link);
  return tcsetattr(own, TCSANOW, &settings) == 0 && symlink(ptsname(terminal), link) == 0;
}

static int64_t microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static avr_t* switchedOn(const char* program) {
  elf_firmware_t firmware = {{0}};
  firmware.flash = read_ihex_file(program, &firmware.flashsize, &firmware.flashbase);
  avr_t* avr = firmware.flash ? avr_make_mcu_by_name("atmega328p") : NULL;
  if (!avr) return NULL;
  avr_init(avr);
  avr->log = LOG_NONE;
  avr->sleep = onSleep;
  firmware.frequency = CLOCK;
  avr_load_firmware(avr, &firmware);
  avr->codeend = avr->flashend;
  const uint32_t uart = AVR_IOCTL_UART_GETIRQ('0');
  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
  flags &= ~(uint32_t)(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POOL_SLEEP);
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
  avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUTPUT), onOutput, avr);
  avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUT_XON), onXon, avr);
  avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUT_XOFF), onXoff, avr);
  return avr;
}

/* One of its bytes, or -1. */
static int byteOf(int file) {
  unsigned char byte;
  return read(file, &byte, 1) == 1 ? byte : -1;
}

int main(int count, char** arguments) {
  if (count != 4) return 2;
  avr_t* avr = switchedOn(arguments[1]);
  if (!avr || !openTerminal(arguments[3])) return 2;
  static uint8_t kept[EEPROM_BYTES];
  memset(kept, 0xff, sizeof kept);
  FILE* file = fopen(arguments[2], "rb");
  if (file) {
    if (fread(kept, 1, sizeof kept, file) != sizeof kept) return 2;
    fclose(file);
  }
  avr_eeprom_desc_t eeprom = {.ee = kept, .offset = 0, .size = sizeof kept};
  avr_ioctl(avr, AVR_IOCTL_EEPROM_SET, &eeprom);
  avr_irq_t* input = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT);
  fcntl(STDIN_FILENO, F_SETFL, fcntl(STDIN_FILENO, F_GETFL) | O_NONBLOCK);
  printf("%s\n", arguments[3]);
  fflush(stdout);

  int isBetween = 1, isTyping = 0; /* between lines of the terminal; within one of the standard input */
  int64_t before = microseconds();
  avr_cycle_count_t until = 0;
  for (;;) {
    usleep(TURN_US);
    const int64_t now = microseconds();
    const int64_t passed = now - before < MOST_BEHIND_US ? now - before : MOST_BEHIND_US;
    before = now;
    until += (avr_cycle_count_t)passed * (CLOCK / 1000000);
    while (avr->cycle < until) {
      if (takesMore) {
        int letter = isTyping ? -1 : byteOf(terminal);
        if (letter >= 0) {
          isBetween = letter == '\n';
        } else if (isBetween && (letter = byteOf(STDIN_FILENO)) >= 0) {
          isTyping = letter != '\n';
        }
        if (letter >= 0) avr_raise_irq(input, (uint32_t)letter);
      }
      const avr_cycle_count_t pause = avr->cycle + 1600; /* about as long as a letter takes */
      while (avr->cycle < pause) {
        const int state = avr_run(avr);
        if (state == cpu_Crashed || state == cpu_Done) return 3;
      }
    }
    uint8_t* bytes = NULL;
    avr_eeprom_desc_t written = {.ee = bytes, .offset = 0, .size = sizeof kept};
    avr_ioctl(avr, AVR_IOCTL_EEPROM_GET, &written);
    if (!written.ee || memcmp(kept, written.ee, sizeof kept) == 0) continue;
    memcpy(kept, written.ee, sizeof kept);
    file = fopen(arguments[2], "wb");
    if (!file || fwrite(kept, 1, sizeof kept, file) != sizeof kept || fclose(file)) return 4;
  }
}

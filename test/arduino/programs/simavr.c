/* An ATmega328P at 16 MHz: runs the ELF file of the first argument, gives its UART what comes from the
 * standard input and writes what it sends to the standard output, until there is no more input and
 * the program is quiet for a second of its time. A line is given once the one before was answered by a
 * line. Between writes of 1 and 2 to GPIOR0 the program
 * says that its cycles are to be counted: to the standard error, one line for each. */
#include <stdio.h>
#include <stdlib.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>

enum { GPIOR0_ADDRESS = 0x3e, CLOCK = 16000000 };

static int takesMore = 1;
static int isAnswered = 0;
static avr_cycle_count_t lastSent = 0;
static avr_cycle_count_t begun = 0;

static void onOutput(struct avr_irq_t* irq, uint32_t value, void* avr) {
  (void)irq;
  putchar((int)value);
  if (value == '\n') isAnswered = 1;
  lastSent = ((avr_t*)avr)->cycle;
}
static void onXon(struct avr_irq_t* irq, uint32_t value, void* avr) {
  (void)irq, (void)value, (void)avr;
  takesMore = 1;
}
static void onXoff(struct avr_irq_t* irq, uint32_t value, void* avr) {
  (void)irq, (void)value, (void)avr;
  takesMore = 0;
}
static void onMark(avr_t* avr, avr_io_addr_t address, uint8_t value, void* unused) {
  (void)unused;
  avr->data[address] = value;
  if (value == 1) begun = avr->cycle;
  if (value == 2) fprintf(stderr, "%lu\n", (unsigned long)(avr->cycle - begun));
}

int main(int count, char** arguments) {
  elf_firmware_t firmware = {{0}};
  if (count < 2 || elf_read_firmware(arguments[1], &firmware)) return 2;
  avr_t* avr = avr_make_mcu_by_name("atmega328p");
  if (!avr) return 2;
  avr_init(avr);
  avr->log = LOG_NONE;
  firmware.frequency = CLOCK;
  avr_load_firmware(avr, &firmware);
  avr_register_io_write(avr, GPIOR0_ADDRESS, onMark, NULL);
  const uint32_t uart = AVR_IOCTL_UART_GETIRQ('0');
  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
  flags &= ~(uint32_t)(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POOL_SLEEP);
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
  avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUTPUT), onOutput, avr);
  avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUT_XON), onXon, avr);
  avr_irq_register_notify(avr_io_getirq(avr, uart, UART_IRQ_OUT_XOFF), onXoff, avr);
  avr_irq_t* input = avr_io_getirq(avr, uart, UART_IRQ_INPUT);
  int isOver = 0;
  while (!isOver || avr->cycle - lastSent < CLOCK) {
    if (takesMore && isAnswered && !isOver) {
      const int letter = getchar();
      if (letter == EOF) {
        isOver = 1;
        lastSent = avr->cycle;
      } else {
        if (letter == '\n') isAnswered = 0;
        avr_raise_irq(input, (uint32_t)letter);
        lastSent = avr->cycle;
      }
    }
    const int state = avr_run(avr);
    if (state == cpu_Crashed) return 3;
    if (state == cpu_Done) break;
  }
  fflush(stdout);
  return 0;
}

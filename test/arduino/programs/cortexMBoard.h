// A Cortex-M in QEMU: where it begins, and the standard input and output of what emulates it
// (semihosting). What includes this defines `speak`, all that the program does.
#ifndef CORTEX_M_BOARD_H
#define CORTEX_M_BOARD_H

#include <stdint.h>

// No part of `begin`, for it may use the floating-point unit, which is off at first.
__attribute__((noinline)) static void speak();

static int call(int operation, const void* argument) {
  register int r0 __asm__("r0") = operation;
  register const void* r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

static uint32_t input, output;

/// The terminal, which is the standard input (mode 0) or output (4) of what emulates this.
static uint32_t terminal(uint32_t mode) {
  const char name[] = ":tt";
  const uint32_t arguments[] = {reinterpret_cast<uint32_t>(name), mode, sizeof name - 1};
  return uint32_t(call(1, arguments));  // SYS_OPEN
}

static void put(char c) {
  static char line[400];
  static uint16_t length = 0;
  line[length++] = c;
  if (c != '\n') return;
  const uint32_t arguments[] = {output, reinterpret_cast<uint32_t>(line), length};
  call(5, arguments);  // SYS_WRITE
  length = 0;
}

extern "C" {
extern uint32_t stackTop, dataInFlash, dataBegin, dataEnd, bssBegin, bssEnd;

/// Where the processor begins.
void begin() {
#ifdef __ARM_FP
  *reinterpret_cast<volatile uint32_t*>(0xe000ed88) |= 0xf << 20;  // the floating-point unit is on
  __asm__ volatile("dsb\n isb");
#endif
  const uint32_t* from = &dataInFlash;
  for (uint32_t* word = &dataBegin; word < &dataEnd; word++) *word = *from++;
  for (uint32_t* word = &bssBegin; word < &bssEnd; word++) *word = 0;
  input = terminal(0);
  output = terminal(4);
  speak();
  call(0x18, reinterpret_cast<void*>(0x20026));  // SYS_EXIT: all went well
}

static void fault() { call(0x18, nullptr); }

__attribute__((section(".vectors"), used)) void (*const VECTORS[16])() = {
    reinterpret_cast<void (*)()>(&stackTop), begin, fault, fault, fault, fault, fault};
}

#endif

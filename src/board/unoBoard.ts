/**
 * An Arduino Uno, emulated: the program, its clock, its serial line and its EEPROM. Its time is in the
 * hands of who drives it.
 */
import {
  AVREEPROM,
  AVRTimer,
  AVRUSART,
  avrInstruction,
  CPU,
  eepromConfig,
  timer0Config,
  usart0Config,
} from 'avr8js';
import { readIntelHex } from './intelHex.ts';

const CLOCK_HZ = 16_000_000;
const FLASH_WORDS = 0x4000;
const RAM_BYTES = 2048;
const EEPROM_BYTES = 1024;
const SLEEP_OPCODE = 0x9588;
/** Asleep, time passes in steps of so many cycles: far less than a letter takes on the line. */
const NAP_CYCLES = 64;

export interface UnoBoard {
  /** Bytes for its serial line; they go in one after the other, at the line's speed. */
  feed(bytes: Uint8Array): void;
  /** Lets it run up to so many milliseconds after it was switched on. */
  runTo(ms: number): void;
  /** What it has sent since the last call. */
  takeSent(): Uint8Array<ArrayBuffer>;
  /** Its EEPROM if that was written since the last call, else null. */
  takeWritten(): Uint8Array<ArrayBuffer> | null;
}

/**
 * Switches an Uno on.
 *
 * @param hex the program, an Intel HEX file
 * @param eeprom what it holds from before; erased when null
 */
export function createUnoBoard(hex: string, eeprom: Uint8Array | null): UnoBoard {
  const cpu = new CPU(readIntelHex(hex, FLASH_WORDS), RAM_BYTES);
  new AVRTimer(cpu, timer0Config);
  const usart = new AVRUSART(cpu, usart0Config, CLOCK_HZ);
  const memory = new Uint8Array(EEPROM_BYTES).fill(0xff);
  if (eeprom) memory.set(eeprom.subarray(0, EEPROM_BYTES));
  let isWritten = false;
  new AVREEPROM(
    cpu,
    {
      readMemory: (address) => memory[address] ?? 0xff,
      writeMemory: (address, value) => {
        memory[address] = (memory[address] ?? 0xff) & value;
        isWritten = true;
      },
      eraseMemory: (address) => {
        memory[address] = 0xff;
        isWritten = true;
      },
    },
    eepromConfig,
  );

  let sent: number[] = [];
  usart.onByteTransmit = (byte) => {
    sent.push(byte);
  };
  let waiting: number[] = [];
  let next = 0;
  const receive = () => {
    const byte = waiting[next];
    if (byte === undefined || !usart.writeByte(byte)) return;
    next += 1;
    if (next < waiting.length) return;
    waiting = [];
    next = 0;
  };
  usart.onRxComplete = receive;

  return {
    feed(bytes) {
      waiting.push(...bytes);
      receive();
    },
    runTo(ms) {
      const until = (ms * CLOCK_HZ) / 1000;
      while (cpu.cycles < until) {
        const sleeps = cpu.progMem[cpu.pc] === SLEEP_OPCODE;
        avrInstruction(cpu);
        const after = cpu.pc;
        cpu.tick();
        // Idle until something interrupts it, as the chip is.
        while (sleeps && cpu.pc === after && cpu.cycles < until) {
          cpu.cycles += NAP_CYCLES;
          cpu.tick();
        }
      }
      if (next < waiting.length && !usart.rxBusy) receive();
    },
    takeSent() {
      const bytes = Uint8Array.from(sent);
      sent = [];
      return bytes;
    },
    takeWritten() {
      if (!isWritten) return null;
      isWritten = false;
      return memory.slice();
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FarEnd } from '../repl/farEnd.ts';

/** From Debian's firmware-microbit-micropython. */
const MICROPYTHON_HEX = '/usr/share/firmware-microbit-micropython/firmware.hex';
const QEMU = '/usr/bin/qemu-system-arm';

/** Whether this machine can emulate a micro:bit. */
export const hasMicrobit = existsSync(QEMU) && existsSync(MICROPYTHON_HEX);

export interface Microbit extends FarEnd {
  /** As the reset button, or a power cut: nothing lasts but the flash. */
  reset(): Promise<void>;
}

/** Starts a BBC micro:bit v1 with MicroPython and an empty file system, in QEMU. */
export async function startMicrobit(): Promise<Microbit> {
  const directory = mkdtempSync(join(tmpdir(), 'tidemark-microbit-'));
  const [serialPath, monitorPath] = [join(directory, 'serial'), join(directory, 'monitor')];
  const qemu = spawn(
    QEMU,
    [
      ...['-M', 'microbit', '-device', `loader,file=${MICROPYTHON_HEX}`],
      ...['-display', 'none', '-monitor', 'none'],
      ...['-serial', `unix:${serialPath},server=on,wait=off`],
      ...['-qmp', `unix:${monitorPath},server=on,wait=off`],
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>((resolve) => {
    qemu.on('close', () => resolve()).on('error', () => resolve());
  });
  const serial = await connect(serialPath, qemu);
  const monitor = await connect(monitorPath, qemu);
  const obey = monitorCommands(monitor);
  await obey('qmp_capabilities');

  let read: (bytes: Uint8Array) => void = () => undefined;
  serial.on('data', (bytes) => read(bytes));
  return {
    write: (bytes) => serial.write(bytes),
    onBytes(reader) {
      read = reader;
    },
    reset: () => obey('system_reset'),
    async stop() {
      serial.destroy();
      monitor.destroy();
      qemu.kill('SIGKILL');
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** QEMU makes its sockets a moment after it has started. */
async function connect(path: string, qemu: ChildProcess): Promise<Socket> {
  for (let tries = 0; ; tries += 1) {
    const socket = createConnection(path);
    const connected = await new Promise<boolean>((resolve) => {
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    if (connected) return socket;
    if (qemu.exitCode !== null || tries > 200) throw new Error('QEMU did not start.');
    await sleep(25);
  }
}

/** QEMU's machine protocol: one command at a time, done when it has been answered. */
function monitorCommands(monitor: Socket): (command: string) => Promise<void> {
  let unread = '';
  let answered: () => void = () => undefined;
  monitor.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unread + text).split('\n');
    unread = lines.pop() ?? '';
    if (lines.some((line) => line.includes('"return"'))) answered();
  });
  return (command) =>
    new Promise((resolve) => {
      answered = resolve;
      monitor.write(`${JSON.stringify({ execute: command })}\n`);
    });
}

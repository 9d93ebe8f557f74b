/** A ZIP file of texts, not compressed. Pure. */

export interface ZipEntry {
  /** With slashes between folders. */
  readonly path: string;
  readonly text: string;
}

const LOCAL_SIGN = 0x04034b50;
const CENTRAL_SIGN = 0x02014b50;
const END_SIGN = 0x06054b50;
/** Of the format that is asked for: 2.0, which knows folders. */
const VERSION = 20;
/** Paths are UTF-8. */
const UTF8_FLAG = 0x0800;
/** 1 January 1980, the first that the format has: the same texts make the same file. */
const DATE = 0x0021;

export function zipFile(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const name = new TextEncoder().encode(path);
    const bytes = new TextEncoder().encode(text);
    const facts = [VERSION, UTF8_FLAG, 0, 0, DATE]
      .flatMap(two)
      .concat(four(crc32(bytes)), four(bytes.length), four(bytes.length), two(name.length), two(0));
    const local = Uint8Array.from([...four(LOCAL_SIGN), ...facts]);
    files.push(local, name, bytes);
    directory.push(
      Uint8Array.from([
        ...four(CENTRAL_SIGN),
        ...two(VERSION),
        ...facts,
        // No comment, on the first disk, no attributes.
        ...[0, 0, 0].flatMap(two),
        ...four(0),
        ...four(offset),
      ]),
      name,
    );
    offset += local.length + name.length + bytes.length;
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Uint8Array.from([
    ...four(END_SIGN),
    ...[0, 0, entries.length, entries.length].flatMap(two),
    ...four(directoryBytes),
    ...four(offset),
    ...two(0),
  ]);
  return joined([...files, ...directory, end]);
}

const two = (value: number) => [value & 0xff, value >>> 8];
const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)];

/** As ZIP has it: reflected, polynomial 0xedb88320. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

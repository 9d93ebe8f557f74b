/**
 * The program memory that an Intel HEX file describes, as 16-bit words.
 *
 * @throws Error when a line is none of such a file, or its sum is wrong.
 */
export function readIntelHex(text: string, words: number): Uint16Array {
  const memory = new Uint8Array(words * 2).fill(0xff);
  for (const line of text.trim().split(/\r?\n/)) {
    if (!/^:([0-9A-F]{2}){5,}$/i.test(line))
      throw new Error(`No line of an Intel HEX file: ${line}`);
    const bytes = Uint8Array.from(line.slice(1).match(/../g) ?? [], (two) =>
      Number.parseInt(two, 16),
    );
    if ((bytes.reduce((sum, byte) => sum + byte, 0) & 0xff) !== 0) {
      throw new Error(`The sum of this line is wrong: ${line}`);
    }
    const [count = 0, high = 0, low = 0, type] = bytes;
    if (type === 1) break;
    if (type === 0) memory.set(bytes.subarray(4, 4 + count), (high << 8) | low);
  }
  return new Uint16Array(memory.buffer);
}

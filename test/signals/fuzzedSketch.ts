const encoder = new TextEncoder();

/** A line of each kind that other boards' programs print: `n` counts, `x` is a value. */
const KINDS: readonly ((n: number, x: string) => string)[] = [
  (_, x) => `temp:${x},hum:40\r\n`,
  (_, x) => `${x} 2.5 -3\n`,
  (_, x) => `${x.replace('.', ',')};40,25\n`,
  (_, x) => `>speed:${x}|rpm\n`,
  (_, x) => `{"imu":{"ax":${x},"ay":[1,2]}}\n`,
  (n, x) => `I (${1000 + n}) sensor: light: ${x}\n`,
  (n, x) => `12:00:${String(n % 60).padStart(2, '0')}.5 -> ${x},8\n`,
  (n, x) => `${5737 + 100 * n}:${x}\n`,
  (_, x) => `(${x}, 7.25)\n`,
  (n, x) => `Sample ${n}: ${x}\r`,
  (n, x) => `name${n % 3000}=${x}\n`,
  (_, x) => `\u001b[0;32mTemp (°C): ${x}\u001b[0m\n`,
  () => `${Array.from({ length: 300 }, (_, i) => i).join(',')}\n`,
  (_, x) => `${'w'.repeat(300)}:${x}\n`,
  (_, x) => `safe\u202egnp.exe:${x}\n`,
];
/** Put in at any place. */
const PIECES = [
  '\0',
  '\n',
  '\r',
  ',',
  ':',
  '=',
  '{',
  '[',
  '"',
  '1e999',
  'NaN',
  '-',
  '*00',
  'T,1e16\n',
];

/**
 * A sketch whose lines are damaged: bytes changed, taken out, doubled, put in, cut anywhere; and runs of
 * whole lines of one kind between, so that there are channels at all.
 */
export function createFuzzedSketch(random: () => number): { next(): Uint8Array } {
  const below = (limit: number) => Math.floor(random() * limit);
  let n = 0;

  function damaged(bytes: Uint8Array): Uint8Array {
    const at = below(bytes.length + 1);
    const end = Math.min(bytes.length, at + below(30));
    const [front, back] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (below(5)) {
      case 0:
        return bytes.map((byte, i) => (i === at ? below(256) : byte));
      case 1:
        return Uint8Array.from([...front, ...bytes.subarray(end)]);
      case 2:
        return Uint8Array.from([...bytes.subarray(0, end), ...back]);
      case 3:
        return Uint8Array.from([
          ...front,
          ...encoder.encode(PIECES[below(PIECES.length)]),
          ...back,
        ]);
      default:
        return bytes.slice(0, at);
    }
  }

  return {
    next() {
      const line = KINDS[below(KINDS.length)] ?? String;
      const isWhole = below(2) === 0;
      let text = '';
      for (let count = 1 + below(20); count > 0; count -= 1) {
        n += 1;
        text += line(n, (Math.sin(n) * 10).toFixed(2));
      }
      const bytes = encoder.encode(text);
      return isWhole ? bytes : damaged(damaged(bytes));
    },
  };
}

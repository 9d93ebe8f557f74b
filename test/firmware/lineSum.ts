/** XOR of all bytes, two hex digits. */
export function sumOf(body: string): string {
  let sum = 0;
  for (const byte of new TextEncoder().encode(body)) sum ^= byte;
  return sum.toString(16).toUpperCase().padStart(2, '0');
}

/** A command as a host sends it. */
export function withSum(body: string): string {
  return `${body}*${sumOf(body)}`;
}

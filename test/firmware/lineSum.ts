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

/** A line of a board without its sum. Throws where that is wrong or the line too long. */
export function bodyOf(line: string): string {
  const star = line.lastIndexOf('*');
  const body = line.slice(0, star);
  if (line.slice(star + 1) !== sumOf(body)) throw new Error(`wrong sum: ${line}`);
  if (line.length > 512) throw new Error(`too long: ${line}`);
  return body;
}

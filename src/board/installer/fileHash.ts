/** The same hashes as the board's, for comparison: see boardPython.ts. */

/** SHA-256 in hex digits, as `DEFINE_SHA256` prints it. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Length and the two sums of Adler-32 (RFC 1950), as `DEFINE_ADLER32` prints them. */
export function adler32(bytes: Uint8Array): string {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return `${bytes.length} ${a} ${b}`;
}

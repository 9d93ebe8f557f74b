const PRIME = 65521;

/** Adler-32 (RFC 1950) of ASCII text, as 8 hex digits: small numbers do for it on any board. */
export function adler32(text: string): string {
  let a = 1;
  let b = 0;
  for (let i = 0; i < text.length; i++) {
    a = (a + text.charCodeAt(i)) % PRIME;
    b = (b + a) % PRIME;
  }
  return hex(b) + hex(a);
}

const hex = (half: number): string => half.toString(16).padStart(4, '0');

/** The firmware that this page can install; the same as HELLO in line.py says. */
export const FIRMWARE_VERSION = '0.1.0';

/** Whether a version, three numbers with stops, comes before another. Words count as 0. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [parts(version), parts(than)];
  for (let place = 0; place < 3; place += 1) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function parts(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}

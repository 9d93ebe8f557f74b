/** Operating systems whose way with USB boards differs. */
export const SYSTEMS = ['Windows', 'macOS', 'Linux', 'ChromeOS'] as const;

export type OperatingSystem = (typeof SYSTEMS)[number];

/**
 * A guess, to show the right page of the help first; the person can choose another.
 *
 * @param userAgent as in `navigator.userAgent`.
 */
export function guessSystem(userAgent: string): OperatingSystem {
  if (/CrOS/.test(userAgent)) return 'ChromeOS';
  if (/Mac/.test(userAgent)) return 'macOS';
  return /Windows/.test(userAgent) ? 'Windows' : 'Linux';
}

/** Sentences that say what a value was and is, or only what it is: `Temp changed from 20.5 to 21.0`. */

/** What stands before them in the log of openHAB: who says it, and what kind of thing it is. */
const SPEAKER = String.raw`(?:\[[\w .]{1,80}\]\s*)?(?:-\s+)?(?:item\s+)?`;
const VALUE = String.raw`[^\s()]{1,40}(?:\s[^\s\d()]{1,8})?`;
const CHANGE = new RegExp(
  String.raw`^${SPEAKER}(['"]?)([\p{L}_][^'":=]{0,60}?)\1\s+(?:(?:has\s+|was\s+)?changed\s+from\s+${VALUE}\s+to|(?:has\s+|was\s+)?updated\s+to|(?:has\s+|was\s+)?changed\s+to)\s+(${VALUE})(?:\s+\(.*\))?$`,
  'iu',
);
/** Only what has these words is looked at more closely. */
const SAYS_SO = /\s(?:changed|updated)\s/i;

/** The name and the value that is in force now, as written; null when the line is no such sentence. */
export function readChange(text: string): { readonly name: string; readonly value: string } | null {
  const m = SAYS_SO.test(text) ? CHANGE.exec(text) : null;
  return m && { name: m[2] ?? '', value: m[3] ?? '' };
}

/** A JSON file that a person opens, and that may be one of ours. */

export type JsonFault =
  | { readonly code: 'not-json'; readonly detail: string }
  | { readonly code: 'nothing' };

export type JsonReading =
  | { readonly ok: true; readonly named: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly fault: JsonFault };

/**
 * Its object. Null where it is none of ours: then it may be something else.
 *
 * @param ours the end of the names that our own files have: of these a fault is said
 * @param isAlike whether another file says the same
 */
export async function readOwnJson(
  file: File,
  ours: RegExp,
  isAlike: (named: Readonly<Record<string, unknown>>) => boolean,
): Promise<JsonReading | null> {
  const isOurs = ours.test(file.name);
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return isOurs ? { ok: false, fault: { code: 'not-json', detail } } : null;
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) return isOurs ? { ok: false, fault: { code: 'nothing' } } : null;
  const named = value as Record<string, unknown>;
  return isOurs || isAlike(named) ? { ok: true, named } : null;
}

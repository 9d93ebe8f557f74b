/** A file of parameters: JSON, as `Export` writes it. */
import { PARAMETER_NAMES } from '../detector/parameters.ts';
import { readSetup, type Setup, type SetupReading } from './setup.ts';

/** More than any set of parameters takes. */
const MOST_BYTES = 200_000;
const OURS = /^tidemark-parameters.*\.json$/i;

export const SETUP_FILE_NAME = 'tidemark-parameters.json';

/** The parameters alone: of all, and of single channels where they have any. */
export function setupFileText({ parameters, own }: Pick<Setup, 'parameters' | 'own'>): string {
  const channels = Object.keys(own).length > 0 ? { channels: own } : {};
  return `${JSON.stringify({ ...parameters, ...channels }, null, 2)}\n`;
}

/** By its name and size. */
export const mayBeSetup = ({ name, size }: File): boolean =>
  /\.json$/i.test(name) && size <= MOST_BYTES;

/** Null where it is no such file: then it may be samples. */
export async function readSetupFile(file: File): Promise<SetupReading | null> {
  if (!mayBeSetup(file)) return null;
  const isOurs = OURS.test(file.name);
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return isOurs ? { ok: false, fault: { code: 'not-json', detail } } : null;
  }
  const isSet = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isSet) return isOurs ? { ok: false, fault: { code: 'nothing' } } : null;
  const named = value as Record<string, unknown>;
  if (!isOurs && !PARAMETER_NAMES.some((name) => name in named)) return null;
  return readSetup(named);
}

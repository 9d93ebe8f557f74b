/** A file of parameters: JSON, as `Export` writes it. */
import { PARAMETER_NAMES } from '../detector/parameters.ts';
import { readOwnJson } from './ownJsonFile.ts';
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
  const reading = await readOwnJson(file, OURS, (named) =>
    PARAMETER_NAMES.some((name) => name in named),
  );
  return reading?.ok ? readSetup(reading.named) : reading;
}

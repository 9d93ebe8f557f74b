/** What became of an export, in words. */
import type { WrittenFile } from '../../state/exportStore.ts';
import { counted } from '../format.ts';

const OLDER_MISSING =
  ' Older ones were given up: the memory was full. If they were recorded, open that session and export it.';

export function exportWords({ name, share, outcome }: WrittenFile): string {
  if (!outcome) return `Writing ${name}: ${Math.floor(100 * share)} %`;
  switch (outcome.kind) {
    case 'written':
      return `Wrote ${name}: ${counted(outcome.samples, 'sample')}.${outcome.missesOlder ? OLDER_MISSING : ''}`;
    case 'cancelled':
      return `Stopped writing ${name}; nothing was kept of it.`;
    case 'nothing':
      return 'There is no sample in this range, so no file was written.';
    case 'too-large':
      return `${name} would be larger than ${Math.round(outcome.limitBytes / 1e6)} MB, which this browser cannot put together. Export a shorter range, or use a browser that writes to disk.`;
    case 'failed':
      return `${name} could not be written: ${outcome.detail}`;
    default:
      return outcome satisfies never;
  }
}

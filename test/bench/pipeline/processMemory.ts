/** Memory of the browser's processes that this test has started, from outside. */
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLED_EVERY_MS = 100;

export interface MemoryPeak {
  /** The largest renderer: the page and its workers. */
  readonly rendererMb: number;
  /** The browser itself, which keeps the files that pages make. */
  readonly browserMb: number;
}

/** The most that was resident while `during` ran. */
export async function memoryPeakOf<T>(
  during: () => Promise<T>,
): Promise<{ readonly value: T; readonly peak: MemoryPeak }> {
  let peak: MemoryPeak = { rendererMb: 0, browserMb: 0 };
  const look = () => {
    for (const pid of descendantsOf(process.pid)) {
      const command = read(`/proc/${pid}/cmdline`);
      if (!command.includes('chromium')) continue;
      const residentMb =
        Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1000;
      const isRenderer = command.includes('--type=renderer');
      if (!isRenderer && command.includes('--type=')) continue;
      peak = isRenderer
        ? { ...peak, rendererMb: Math.max(peak.rendererMb, residentMb) }
        : { ...peak, browserMb: Math.max(peak.browserMb, residentMb) };
    }
  };
  const timer = setInterval(look, SAMPLED_EVERY_MS);
  try {
    look();
    return { value: await during(), peak };
  } finally {
    clearInterval(timer);
  }
}

function descendantsOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name)
      ? / \S (\d+) /.exec(read(`/proc/${name}/stat`).replace(/^.*\)/, ''))
      : null;
    if (parent) parents.set(Number(name), Number(parent[1]));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
}

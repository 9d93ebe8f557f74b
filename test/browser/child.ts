/** Child processes of the browser tests: own stdio, ended by their own id, never left behind. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

const KILL_AFTER_MS = 3000;

export interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** The next line of its stdout; rejects, with its stderr, when it ends or stays silent. */
  line(timeoutMs?: number): Promise<string>;
  /** Ends it, at first politely, and waits until it is gone. */
  stop(): Promise<void>;
  /** Ends it and what it has started at once, with no chance to tidy up; waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a program whose output is lines. */
export function startChild(command: string, args: readonly string[], env = process.env): Child {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting: Array<() => void> = [];
  let unfinished = '';
  let stderr = '';
  let ended = false;
  const wake = () => {
    for (const resume of waiting.splice(0)) resume();
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (unfinished + chunk).split('\n');
    unfinished = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.on('error', wake);
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      wake();
      resolve();
    };
    child.on('error', end).on('close', end);
  });

  return {
    process: child,
    async line(timeoutMs = 15_000) {
      const deadline = AbortSignal.timeout(timeoutMs);
      deadline.addEventListener('abort', wake);
      for (;;) {
        const line = lines.shift();
        if (line !== undefined) return line;
        if (ended) throw new Error(`${command} ${args.join(' ')} has ended. ${stderr}`);
        if (deadline.aborted) throw new Error(`${command} ${args.join(' ')} is silent. ${stderr}`);
        await new Promise<void>((resume) => {
          waiting.push(resume);
        });
      }
    },
    async stop() {
      if (ended) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await gone;
      clearTimeout(timer);
    },
    async kill() {
      if (ended) return;
      const started = childrenOf(child.pid);
      child.kill('SIGKILL');
      for (const pid of started) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It has ended with its parent.
        }
      }
      await gone;
    },
  };
}

/** Empty where the system does not say, or nothing was started. */
function childrenOf(pid: number | undefined): number[] {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return pids.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

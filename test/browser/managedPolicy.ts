import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const POLICY_DIRECTORY = '/etc/chromium/policies/managed';
const POLICY_FILE = join(POLICY_DIRECTORY, 'tidemark-browser-tests.json');

/**
 * Grants all serial ports to these origins without the picker, which nobody can click without a
 * screen. Chromium reads the file when it starts. Needs to be root.
 *
 * @returns a function that takes the file, and the directories made for it, away again.
 */
export function installSerialPolicy(origins: readonly string[]): () => void {
  const missing: string[] = [];
  for (let path = POLICY_DIRECTORY; !existsSync(path); path = dirname(path)) missing.push(path);
  mkdirSync(POLICY_DIRECTORY, { recursive: true });
  writeFileSync(POLICY_FILE, JSON.stringify({ SerialAllowAllPortsForUrls: origins }));
  return () => {
    rmSync(POLICY_FILE, { force: true });
    for (const path of missing) rmdirSync(path);
  };
}

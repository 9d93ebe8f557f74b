import { execFileSync } from 'node:child_process';

/**
 * Where CI's searches by chance begin: elsewhere for each state of the files, and at the same place each
 * time for one. So a commit that has passed passes again, and one that is found wanting can be mended.
 */
export function seedOfCommit(): number {
  const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { encoding: 'utf8' });
  return Number.parseInt(tree.slice(0, 7), 16);
}

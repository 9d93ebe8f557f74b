import { posix } from 'node:path';
import { type SourceFacts, sourceFacts } from './sourceFacts.ts';

/** What the files of one room may know. */
export interface Room {
  /** Other rooms of `src`, by their path in it; anything outside by its path in the project. */
  readonly rooms?: readonly string[];
  /** npm packages, whole, and modules of Node. */
  readonly packages?: readonly string[];
  /** No clock, no chance: time and randomness are arguments. */
  readonly pure?: boolean;
}

/**
 * Every room by its path in `src`: a folder with the files that lie in it (not those of the folders
 * in it, which are rooms of their own), or one file that has a place of its own.
 */
export type House = Readonly<Record<string, Room>>;

interface Import {
  readonly file: string;
  readonly to: string;
}

const HOW = 'Let the code move to a room that may, or list it in test/house.test.ts and say why.';

/** A source file with what it imports. */
interface HouseFile extends SourceFacts {
  readonly file: string;
}

/**
 * Reads source files, once for all questions below.
 * @param sources text by path, such as `src/detector/detector.ts`.
 */
export function readFiles(sources: ReadonlyMap<string, string>): readonly HouseFile[] {
  return [...sources].map(([file, source]) => ({ file, ...sourceFacts(file, source) }));
}

/** What is wrong with the imports of some files, in sentences; empty for a house in order. */
export function faultsOf(files: readonly HouseFile[], house: House): string[] {
  const faults: string[] = [];
  const fileImports: Import[] = [];
  for (const { file, imports, impurities } of files) {
    const name = roomOf(file, house);
    const room = house[name];
    if (!room) {
      faults.push(
        `${file}: "${name}" is no room. List it in test/house.test.ts with what it may know.`,
      );
      continue;
    }
    if (room.pure) {
      for (const impurity of impurities) {
        faults.push(`${file} uses ${impurity}: "${name}" is pure, time and chance are arguments.`);
      }
    }
    for (const written of imports) {
      if (!written.startsWith('.')) {
        const allowed = room.packages ?? [];
        if (allowed.includes(packageOf(written))) continue;
        faults.push(`${file} imports ${written}: "${name}" may use ${listed(allowed)}. ${HOW}`);
        continue;
      }
      const to = targetOf(file, written);
      fileImports.push({ file, to });
      const target = roomOf(to, house);
      const allowed = room.rooms ?? [];
      if (target === name || allowed.includes(target)) continue;
      faults.push(`${file} imports ${to}: "${name}" may know ${listed(allowed)}. ${HOW}`);
    }
  }
  for (const circle of circlesOf(fileImports.map(({ file, to }) => [file, to]))) {
    faults.push(
      `These files import each other: ${circle.join(', ')}. Move what they share to one of its own.`,
    );
  }
  return faults;
}

/**
 * What the list lets a room know though no file of it does, as `room: other`.
 * @param offered rooms and packages that a kind of room may know, whether each of them does or not.
 */
export function unusedOf(
  files: readonly HouseFile[],
  house: House,
  offered: ReadonlySet<string>,
): string[] {
  const used = new Set(
    files.flatMap(({ file, imports }) =>
      imports.map((written) => {
        const known = written.startsWith('.')
          ? roomOf(targetOf(file, written), house)
          : packageOf(written);
        return `${roomOf(file, house)}: ${known}`;
      }),
    ),
  );
  return Object.entries(house)
    .flatMap(([name, { rooms = [], packages = [] }]) =>
      [...rooms, ...packages]
        .filter((known) => !offered.has(known))
        .map((known) => `${name}: ${known}`),
    )
    .filter((edge) => !used.has(edge));
}

/** Rooms that may know each other by way of the list itself; empty when the list goes one way. */
export function circlesOfHouse(house: House): string[][] {
  return circlesOf(
    Object.entries(house).flatMap(([name, room]) =>
      (room.rooms ?? []).map((known): readonly [string, string] => [name, known]),
    ),
  );
}

/** The path that an import names, without what the bundler is asked to make of it. */
function targetOf(file: string, written: string): string {
  return posix.join(posix.dirname(file), written.replace(/\?.*$/, ''));
}

/** A file's room: itself where it is listed, else its folder; a path outside of `src` without its file. */
function roomOf(path: string, house: House): string {
  if (!path.startsWith('src/')) return path.replace(/\/(\*|[^/]*\.[^/]*$).*$/, '');
  const inside = path.slice('src/'.length);
  return Object.hasOwn(house, inside) ? inside : posix.dirname(inside);
}

function packageOf(written: string): string {
  const parts = written.split('/');
  return written.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? written);
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'none';
}

/** Groups of two or more that reach each other, each in order of its names. */
function circlesOf(edges: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Map([...next.keys()].map((from) => [from, reachedFrom(from, next)]));
  const circles = new Map<string, string[]>();
  for (const [from, all] of reached) {
    const circle = [...all].filter((other) => other !== from && reached.get(other)?.has(from));
    if (circle.length === 0) continue;
    const names = [from, ...circle].sort();
    circles.set(names.join(), names);
  }
  return [...circles.values()];
}

function reachedFrom(start: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(next.get(name) ?? []));
  }
  return seen;
}

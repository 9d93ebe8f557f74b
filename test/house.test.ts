import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  circlesOfHouse,
  faultsOf,
  type House,
  type Room,
  readFiles,
  unusedOf,
} from './house/walls.ts';

const REACT = ['react', '@mantine/core', '@mantine/hooks', 'zustand'];
/** What every panel may know; plots are drawn from columns, curves from the detector's formulas. */
const PANEL = ['ui', 'ui/controls', 'language', 'state', 'analysis/messages', 'board', 'detector'];

function panel(...others: string[]): Room {
  return { rooms: [...PANEL, ...others], packages: REACT };
}

/**
 * Who may know whom, the one list. A folder that is not here may hold no file; what is not listed
 * here is red. A room may be listed only under rooms that do not know it: the list has no circle.
 */
const ROOMS: House = {
  // Declarations for the rooms without DOM.
  'platform.d.ts': {},

  // package.json's, for the page and the command line.
  'version.ts': { rooms: ['package.json'] },

  // The languages of the page.
  language: { pure: true },

  // What a person does about alarms, and what follows from it.
  alarms: { rooms: ['language'], pure: true },
  detector: { pure: true },
  // The bytes that lines and tables are made of.
  'protocol/bytes.ts': { pure: true },
  protocol: {
    rooms: ['version.ts', 'alarms', 'detector', 'protocol/bytes.ts', 'protocol/foreign'],
    packages: ['valibot'],
    pure: true,
  },
  'protocol/foreign': { rooms: ['protocol/bytes.ts'], pure: true },
  derived: { rooms: ['detector'], pure: true },
  naming: { rooms: ['detector'], packages: ['valibot'], pure: true },
  // The guided tour: what each step waits for; what a lesson has of it.
  tour: { rooms: ['board', 'detector'], pure: true },
  history: { rooms: ['detector', 'protocol', 'protocol/bytes.ts'], pure: true },
  'history/csv': { rooms: ['protocol', 'protocol/bytes.ts', 'protocol/foreign'], pure: true },

  board: {
    rooms: ['protocol', 'protocol/bytes.ts', 'firmware/micropython', 'firmware/arduino/uno'],
    packages: ['@micropython/micropython-webassembly-pyscript', 'avr8js', 'idb-keyval'],
  },
  'board/installer': { rooms: ['firmware/micropython'] },
  // Programs for boards that the page cannot write on, with the forest in them.
  'board/sketch': {
    rooms: [
      'detector',
      'naming',
      'firmware/arduino/Tidemark',
      'firmware/arduino/Tidemark/examples/Imu',
    ],
  },

  // Types of what crosses between the threads.
  'analysis/messages': {
    rooms: [
      'alarms',
      'detector',
      'naming',
      'protocol',
      'protocol/foreign',
      'history',
      'history/csv',
      'board',
      'board/installer',
    ],
  },
  'analysis/client': {
    rooms: ['alarms', 'analysis/messages', 'detector', 'board', 'board/installer'],
  },
  'analysis/judging': {
    rooms: [
      'analysis/messages',
      'derived',
      'detector',
      'naming',
      'protocol',
      'history',
      'history/csv',
    ],
  },
  'analysis/reporting': {
    rooms: [
      'analysis/connection',
      'analysis/judging',
      'analysis/messages',
      'board',
      'detector',
      'history',
      'history/csv',
    ],
  },
  'analysis/connection': {
    rooms: [
      'analysis/messages',
      'board',
      'board/installer',
      'detector',
      'history',
      'protocol',
      'protocol/foreign',
    ],
  },
  'analysis/sessions': {
    rooms: [
      'alarms',
      'analysis/connection',
      'analysis/judging',
      'analysis/messages',
      'board',
      'detector',
      'protocol',
      'protocol/bytes.ts',
      'history',
    ],
  },
  'analysis/files': {
    rooms: [
      'alarms',
      'analysis/connection',
      'analysis/judging',
      'analysis/messages',
      'detector',
      'protocol',
      'protocol/bytes.ts',
      'history',
      'history/csv',
    ],
  },
  'analysis/naming': {
    rooms: ['analysis/judging', 'analysis/messages', 'detector', 'naming'],
  },
  'analysis/studies': {
    rooms: [
      'analysis/judging',
      'analysis/messages',
      'analysis/naming',
      'derived',
      'detector',
      'history',
    ],
  },
  // The worker thread: the engine wires the folders, the worker file the engine.
  analysis: {
    rooms: [
      'analysis/connection',
      'analysis/files',
      'analysis/judging',
      'analysis/messages',
      'analysis/naming',
      'analysis/reporting',
      'analysis/sessions',
      'analysis/studies',
      'board',
      'board/installer',
      'detector',
      'protocol',
    ],
  },

  // How alarms leave the page.
  outlets: { rooms: ['alarms'] },

  state: {
    rooms: [
      'alarms',
      'analysis/client',
      'analysis/messages',
      'board',
      'board/installer',
      'detector',
      'language',
      'naming',
      'tour',
    ],
    packages: ['zustand', 'valibot'],
  },

  // What panels share: words, the frame of a panel, the page's context.
  ui: {
    rooms: ['analysis/messages', 'board', 'detector', 'language', 'protocol/foreign', 'state'],
    packages: REACT,
  },
  'ui/controls': { rooms: ['ui', 'language', 'state'], packages: REACT },
  'ui/plot': {
    rooms: ['ui', 'analysis/messages', 'analysis/client'],
    packages: ['react', 'uplot'],
  },
  'ui/alarms': panel('alarms'),
  'ui/anomalies': panel('alarms', 'ui/classes', 'ui/plot'),
  'ui/boards': panel(),
  'ui/channels': panel('ui/plot'),
  'ui/classes': panel(),
  'ui/commands': {
    rooms: [
      ...PANEL,
      'ui/examples',
      'ui/export',
      'ui/presenter',
      'ui/report',
      'ui/share',
      'ui/sketch',
      'ui/teaching',
      'ui/tour',
      'tour',
    ],
    packages: [...REACT, '@mantine/spotlight'],
  },
  'ui/console': panel(),
  'ui/examples': panel('tour'),
  'ui/explain': panel(),
  'ui/explore': panel('ui/anomalies', 'ui/classes', 'ui/console', 'ui/names'),
  'ui/export': panel(
    'analysis/client',
    'ui/picture',
    'ui/plot',
    'ui/report',
    'ui/share',
    'ui/sketch',
  ),
  'ui/header': panel(
    'version.ts',
    'ui/alarms',
    'ui/boards',
    'ui/explain',
    'ui/export',
    'ui/install',
    'ui/presenter',
    'ui/recordings',
    'ui/teaching',
    'ui/tour',
    'ui/trouble',
  ),
  'ui/import': panel(),
  'ui/install': panel('board/installer', 'ui/sketch'),
  // The panels, in their places.
  'ui/layout': {
    rooms: ['ui', 'language', 'state', 'ui/explore', 'ui/parameters', 'ui/signal', 'ui/weibull'],
    packages: [...REACT, 'react-resizable-panels'],
  },
  'ui/names': panel('naming', 'ui/classes'),
  'ui/notices': panel('board/installer', 'ui/parameters', 'ui/recordings', 'ui/trouble'),
  'ui/parameters': panel('ui/explain'),
  'ui/picture': panel('ui/plot'),
  'ui/presenter': {
    rooms: [...PANEL, 'ui/alarms', 'ui/anomalies', 'ui/plot', 'ui/signal', 'ui/weibull'],
    // Draws into a second window.
    packages: [...REACT, 'react-dom'],
  },
  'ui/recordings': panel('ui/import'),
  'ui/replay': panel(),
  'ui/report': panel('alarms', 'version.ts', 'ui/anomalies', 'ui/picture', 'ui/plot'),
  'ui/share': { rooms: [...PANEL, 'ui/import', 'ui/parameters'], packages: [...REACT, 'lean-qr'] },
  'ui/sketch': panel('board/sketch'),
  'ui/signal': {
    rooms: [...PANEL, 'alarms', 'ui/channels', 'ui/plot'],
    packages: [...REACT, 'uplot'],
  },
  'ui/start': panel('ui/examples', 'ui/recordings', 'ui/sketch', 'ui/tour', 'ui/trouble'),
  'ui/tables': panel('ui/plot'),
  'ui/teaching': panel('tour', 'version.ts', 'ui/examples', 'ui/report', 'ui/tour'),
  'ui/tour': panel('tour'),
  'ui/trouble': panel('ui/boards', 'ui/sketch'),
  'ui/weibull': {
    rooms: [...PANEL, 'ui/explain', 'ui/plot'],
    packages: [...REACT, 'uplot'],
  },
  'ui/App.tsx': {
    rooms: [
      'ui',
      'ui/Dialogs.tsx',
      'ui/commands',
      'ui/examples',
      'ui/export',
      'ui/header',
      'ui/import',
      'ui/layout',
      'ui/notices',
      'ui/plot',
      'ui/presenter',
      'ui/replay',
      'ui/share',
      'ui/start',
      'ui/teaching',
      'ui/tour',
      'language',
      'state',
    ],
    packages: REACT,
  },
  'ui/Dialogs.tsx': {
    rooms: [
      'ui',
      'ui/commands',
      'ui/import',
      'ui/install',
      'ui/recordings',
      'ui/share',
      'ui/sketch',
      'ui/tables',
      'ui/trouble',
    ],
    packages: ['react'],
  },

  // The command line: pure rooms and Node.
  headless: {
    rooms: [
      'version.ts',
      'derived',
      'detector',
      'naming',
      'protocol',
      'protocol/bytes.ts',
      'protocol/foreign',
      'history/csv',
    ],
    packages: ['node:events', 'node:fs', 'node:util'],
  },

  // The composition root.
  'main.tsx': {
    rooms: [
      'analysis',
      'analysis/client',
      'board',
      'outlets',
      'reactRoot.ts',
      'state',
      'ui',
      'ui/App.tsx',
    ],
    packages: ['react', '@mantine/core', 'uplot', 'virtual:pwa-register'],
  },
  'reactRoot.ts': { packages: ['react-dom'] },
};

const FILES = readFiles(
  new Map(
    readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => [`src/${path}`, readFileSync(`src/${path}`, 'utf8')]),
  ),
);

describe('the rooms of src', () => {
  it('know only what the list lets them, and no file reaches itself', () => {
    expect(faultsOf(FILES, ROOMS)).toEqual([]);
  });

  it('know all that the list lets them, but for what every panel is offered', () => {
    expect(unusedOf(FILES, ROOMS, new Set([...PANEL, ...REACT]))).toEqual([]);
  });

  it('are listed without a circle', () => {
    expect(circlesOfHouse(ROOMS)).toEqual([]);
  });

  it('are all there', () => {
    const empty = Object.keys(ROOMS).filter(
      (name) =>
        !FILES.some(({ file }) => file === `src/${name}` || file.startsWith(`src/${name}/`)),
    );
    expect(empty).toEqual([]);
  });

  it('are checked without DOM where they are pure', () => {
    const { include } = JSON.parse(readFileSync('tsconfig.pure.json', 'utf8')) as {
      include: string[];
    };
    const pure = Object.keys(ROOMS).filter((name) => ROOMS[name]?.pure);
    expect(
      pure.filter((name) => !include.some((path) => `src/${name}/`.startsWith(`${path}/`))),
    ).toEqual([]);
  });
});

/** A made-up file of a room, with some text. */
function made(room: string, source: string): ReturnType<typeof readFiles> {
  return readFiles(new Map([[madePath(room), source]]));
}

function madePath(room: string): string {
  return /\.\w+$/.test(room) ? `src/${room}` : `src/${room}/made.ts`;
}

function importOf(from: string, to: string): string {
  const up = '../'.repeat(madePath(from).split('/').length - 1);
  const target = ROOMS[to] ? madePath(to) : `${to}/made.ts`;
  return `import { made } from '${up.length > 0 ? up : './'}${target}';\n`;
}

describe.each(Object.entries(ROOMS))('the wall around %s', (name, room) => {
  const allowed = room.rooms ?? [];

  it('lets in what is listed', () => {
    const source = allowed.map((other) => importOf(name, other)).join('');
    expect(faultsOf(made(name, source), ROOMS)).toEqual([]);
  });

  it('keeps out every other room, the tests and the boards in Node', () => {
    const others = [...Object.keys(ROOMS), 'test', 'firmware/host'].filter(
      (other) => other !== name && !allowed.includes(other),
    );
    for (const other of others) {
      const faults = faultsOf(made(name, importOf(name, other)), ROOMS);
      expect(faults, other).toEqual([
        expect.stringContaining(`"${name}" may know ${allowed.join(', ') || 'none'}`),
      ]);
      expect(faults[0]).toContain('test/house.test.ts');
    }
  });

  it('keeps out packages that are not listed', () => {
    const faults = faultsOf(made(name, "import 'left-out/part';\n"), ROOMS);
    expect(faults).toEqual([expect.stringContaining('imports left-out/part')]);
  });
});

describe('the walls', () => {
  const detectorWith = (source: string) => faultsOf(made('detector', source), ROOMS);

  it.each([
    "import '../ui/App.tsx';",
    "import type { A } from '../ui/App.tsx';",
    "export * from '../ui/App.tsx';",
    "export { A } from '../ui/App.tsx';",
    "const a = () => import('../ui/App.tsx');",
    "type A = typeof import('../ui/App.tsx');",
    "new Worker(new URL('../ui/App.tsx', import.meta.url));",
    "import.meta.glob('../ui/App.tsx');",
    "import url from '../ui/App.tsx?url';",
    'const a = (name: string) => import(name);',
  ])('see %s', (source) => {
    expect(detectorWith(source)).toHaveLength(1);
  });

  it.each(["// import '../ui/App.tsx'", 'const a = "import \'../ui/App.tsx\'";'])(
    'are not misled by %s',
    (source) => {
      expect(detectorWith(source)).toEqual([]);
    },
  );

  it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()'])(
    'keep %s out of a pure room',
    (source) => {
      expect(detectorWith(source)).toEqual([expect.stringContaining('"detector" is pure')]);
      expect(faultsOf(made('board', source), ROOMS)).toEqual([]);
    },
  );

  it('let a pure room write a moment that it was given', () => {
    expect(detectorWith('new Date(0).toISOString()')).toEqual([]);
  });

  it('forbid a folder that is not listed', () => {
    expect(faultsOf(made('ui/annex', ''), ROOMS)).toEqual([
      expect.stringContaining('"ui/annex" is no room'),
    ]);
  });

  it('find a circle of files, however long', () => {
    const files = ['one', 'two', 'three'].map((name, index, all): [string, string] => [
      `src/board/${name}.ts`,
      `import type { A } from './${all[(index + 1) % all.length]}.ts';`,
    ]);
    const [fault, ...more] = faultsOf(readFiles(new Map(files)), ROOMS);
    expect(more).toEqual([]);
    expect(fault).toContain('src/board/one.ts, src/board/three.ts, src/board/two.ts');
  });

  it('find what is listed and not used', () => {
    const house: House = { one: { rooms: ['two', 'three'], packages: ['react'] }, two: {} };
    const files = made('one', "import '../two/made.ts';");
    expect(unusedOf(files, house, new Set())).toEqual(['one: three', 'one: react']);
    expect(unusedOf(files, house, new Set(['react']))).toEqual(['one: three']);
  });

  it('find a circle of rooms in the list', () => {
    const house: House = { a: { rooms: ['b'] }, b: { rooms: ['c'] }, c: { rooms: ['a'] }, d: {} };
    expect(circlesOfHouse(house)).toEqual([['a', 'b', 'c']]);
  });
});

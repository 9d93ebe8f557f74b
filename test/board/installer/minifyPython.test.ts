import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';
import {
  flatName,
  moduleName,
  neededFiles,
  renameImports,
} from '../../../src/board/installer/flattenPython.ts';
import { minifyPython } from '../../../src/board/installer/minifyPython.ts';
import { createMicropythonBoard, type MicroPython } from '../../../src/board/micropythonBoard.ts';

const micropython = await loadMicroPython({ heapsize: 4 * 1024 * 1024 });

/** Every line that the firmware in these files says in 400 samples with commands in between. */
function transcript(interpreter: MicroPython, files: Readonly<Record<string, string>>): string {
  let said = '';
  const board = createMicropythonBoard({
    micropython: interpreter,
    files,
    savedFiles: {},
    write: (bytes) => {
      said += new TextDecoder().decode(bytes);
    },
    identity: { board: 'test', id: '0a', seed: 7 },
  });
  const commands = ['set gamma=1.5 delta=0.9', 'save', 'set gama=3', 'restart', 'ping', 'hello'];
  for (let sample = 0; sample < 400; sample += 1) {
    board.turn(sample * 20);
    if (sample === 250) board.inject('burst');
    if (sample % 60 === 59) {
      board.feed(new TextEncoder().encode(`${commands[Math.floor(sample / 60)] ?? 'ping'}\n`));
    }
  }
  return said;
}

describe('firmware without comments', () => {
  const files = loadFirmwareFiles();

  it('says exactly what the firmware with comments says', () => {
    const minified = Object.fromEntries(
      Object.entries(files).map(([name, source]) => [name, minifyPython(source)]),
    );
    expect(transcript(micropython, minified)).toBe(transcript(micropython, files));
    for (const [name, source] of Object.entries(minified)) {
      expect(source.length, name).toBeLessThan((files[name] ?? '').length * 0.8);
      expect(source).not.toMatch(/^\s*#|^\s*"""|^$\n/m);
    }
  });

  it('says the same as flat files with a prefix', () => {
    const needed = neededFiles(files, 'boards.webassembly');
    const modules = new Set(Object.keys(needed).map(moduleName));
    const flat = Object.fromEntries(
      Object.entries(needed).map(([name, source]) => [
        `${flatName(moduleName(name), 'tidea_')}.py`,
        renameImports(minifyPython(source), modules, 'tidea_'),
      ]),
    );
    const entry = { 'boards/webassembly.py': 'from tidea_boards_webassembly import *\n' };
    expect(transcript(micropython, { ...flat, ...entry })).toBe(transcript(micropython, files));
    expect(Object.keys(flat)).not.toContain('tidea_main.py');
  });
});

describe('minifying Python', () => {
  const results = (source: string): unknown => {
    micropython.runPython(source);
    return micropython.runPython('globals()["result"]') ?? Reflect.get(micropython, 'globals');
  };

  it.each([
    ['a hash in a string', `x = "# no comment"  # a comment\n`, `x = "# no comment"\n`],
    ['a quote in a comment', `x = 1  # it's "fine"\ny = 2\n`, 'x = 1\ny = 2\n'],
    ['escaped quotes', `x = 'it\\'s # here' # gone\n`, `x = 'it\\'s # here'\n`],
    ['raw and byte prefixes', `x = rb"\\" # in"  # out\n`, `x = rb"\\" # in"\n`],
    ['a string over lines', 'x = """a\n  # kept\n\nb"""  # gone\n', 'x = """a\n  # kept\n\nb"""\n'],
    ['a module docstring', '"""Says.\n\nMore.\n"""\nx = 1\n', 'x = 1\n'],
    [
      'a function that is only a docstring',
      'def f():\n    """Does."""\n\n\nx = 1\n',
      'def f():\n pass\nx = 1\n',
    ],
    ['the same at the end', 'class A:\n    """Is."""', 'class A:\n pass\n'],
    [
      'a docstring and a body',
      'def f():\n    """Does."""\n    return 1\n',
      'def f():\n return 1\n',
    ],
    ['brackets over lines', 'x = [\n    1,  # one\n\n    2,\n]\n', 'x = [\n1,\n2,\n]\n'],
    ['a continued line', 'x = 1 + \\\n    2\n', 'x = 1 + \\\n    2\n'],
    ['levels', 'if a:\n        if b:\n           c\n        d\ne\n', 'if a:\n if b:\n  c\n d\ne\n'],
    ['Windows line ends', 'if a:\r\n    b\r\n', 'if a:\n b\n'],
    [
      'a name that ends like a prefix',
      `x = bar"s" if 0 else f(b"s")\n`,
      `x = bar"s" if 0 else f(b"s")\n`,
    ],
    ['a string that is an argument', 'f(\n    "a"\n    "b"\n)\n', 'f(\n"a"\n"b"\n)\n'],
  ])('keeps what counts: %s', (_, source, expected) => {
    expect(minifyPython(source)).toBe(expected);
  });

  it('is done with once', () => {
    for (const source of Object.values(loadFirmwareFiles())) {
      const once = minifyPython(source);
      expect(minifyPython(once)).toBe(once);
    }
    expect(results).toBeTypeOf('function');
  });

  it('renames imports and nothing else', () => {
    const source =
      'import os, line as l\nimport line\nfrom boards.mpu import (\n a,\n b)\nline = "import line"\n';
    expect(renameImports(source, new Set(['line', 'boards.mpu']), 'p_')).toBe(
      'import os, p_line as l\nimport p_line as line\nfrom p_boards_mpu import (\na,\nb)\nline = "import line"\n',
    );
  });
});

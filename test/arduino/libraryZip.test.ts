import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { arduinoLibraryZip } from '../../src/board/sketch/arduinoLibrary.ts';
import { hasTool, LIBRARY, runTool, temporaryDirectory } from './compile.ts';

/** What another program reads out of it, as `path text` in JSON. */
const READ = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as file:
    assert file.testzip() is None
    print(json.dumps({name: file.read(name).decode() for name in file.namelist()}))
`;

it.skipIf(!hasTool('python3'))(
  'the library that the page hands over is every file of the library with the address of the page, and nothing else',
  () => {
    const path = join(temporaryDirectory(), 'Tidemark.zip');
    writeFileSync(path, arduinoLibraryZip('https://here.example/tidemark/'));
    const files = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(LIBRARY, name)).isFile())
      .map((name) => [`Tidemark/${name}`, readFileSync(join(LIBRARY, name), 'utf8')]);
    const handed: Record<string, string> = JSON.parse(runTool('python3', ['-c', READ, path]));
    const name = 'Tidemark/library.properties';
    expect(handed[name]).toContain('\nurl=https://here.example/tidemark/\n');
    const asInSources = handed[name]?.replace(/^url=.*$/m, 'url=https://tidemark.invalid');
    expect({ ...handed, [name]: asInSources }).toEqual(Object.fromEntries(files));
  },
);

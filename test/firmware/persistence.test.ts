import { describe, expect, it } from 'vitest';
import { thorough } from '../thoroughness.ts';
import { withSum } from './lineSum.ts';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

describe('parameters saved on the board', () => {
  it('survive a power cycle', () => {
    const board = openBoard();
    board.ask('set gamma=2.75 tail=upper period=10 memory=0');
    expect(board.ask('save 1')).toEqual(['r,1,ok']);
    const [hello, parameters] = openBoard({ savedFiles: board.savedFiles() }).lines();
    expect(hello).toContain(',saved=1,');
    expect(parameters).toMatch(/gamma=2.75,.*period=10,.*memory=0,.*tail=upper,/);
  });

  it('are gone when they were not saved', () => {
    const board = openBoard();
    board.ask('set gamma=2.75');
    const [hello, parameters] = openBoard({ savedFiles: board.savedFiles() }).lines();
    expect(hello).toContain(',saved=0,');
    expect(parameters).toContain('gamma=4,');
  });

  it('that are damaged, foreign or out of range leave the defaults and a board that runs', () => {
    const good = openBoard();
    good.ask('set gamma=2.75');
    good.ask('save');
    const saved = good.savedFiles()['parameters.txt'] ?? new Uint8Array();
    for (let at = 0; at < saved.length; at += thorough(31, 1)) {
      const flipped = saved.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x11;
      const [hello] = openBoard({ savedFiles: { 'parameters.txt': flipped } }).lines();
      expect(hello).toContain(',saved=0,');
    }
    for (const text of ['', '\0\xff', 'tidemark,gamma=3', 'nonsense*00\n']) {
      const board = openBoard({ savedFiles: { 'parameters.txt': text } });
      expect(board.lines()[1]).toContain('gamma=4,');
      expect(board.run(1)[0]).toMatch(/^s,0,/);
    }
  });

  it('of a firmware with other parameters are taken as far as they are known', () => {
    const body = 'tidemark,gamma=3,colour=blue,block=1';
    const text = `${withSum(body)}\n`;
    const [hello, parameters] = openBoard({ savedFiles: { 'parameters.txt': text } }).lines();
    expect(hello).toContain(',saved=1,');
    expect(parameters).toMatch(/gamma=3,.*block=32,/);
  });

  it('of rules 2 are converted, and it is said', () => {
    const rules2 =
      'tidemark,gamma=3,delta=0.95,maxima=5,outliers=5,meanGap=500,period=50,block=32,memory=128,fatigue=0.25,tail=both';
    const board = openBoard({ savedFiles: { 'parameters.txt': `${withSum(rules2)}\n` } });
    const [hello, parameters, words] = board.lines();
    expect(hello).toContain(',saved=1,');
    expect(parameters).toMatch(
      /^p,gamma=3,delta=0.95,.*meanGap=0,period=50,block=32,memory=128,fatigue=0.05,/,
    );
    expect(words).toMatch(/^l,saved under older rules: fatigue/);
    const kept = openBoard({
      savedFiles: {
        'parameters.txt': `${withSum(rules2.replace('meanGap=500', 'meanGap=700'))}\n`,
      },
    });
    expect(kept.lines()[1]).toContain(',meanGap=700,');
  });

  it('of any bytes, a right sum included, start with the defaults and say so', () => {
    for (const body of ['tidemark,gamma=\xff', 'tidemark,ch=\x80,gamma=3', 'tidemark,\xfe=3']) {
      const bytes = Uint8Array.from([...body].map((letter) => letter.charCodeAt(0)));
      const sum = bytes.reduce((total, byte) => total ^ byte, 0);
      const end = new TextEncoder().encode(`*${sum.toString(16).toUpperCase().padStart(2, '0')}\n`);
      const board = openBoard({
        savedFiles: { 'parameters.txt': Uint8Array.of(...bytes, ...end) },
      });
      const [, parameters, words] = board.lines();
      expect(parameters).toContain('p,gamma=4,');
      expect(words).toMatch(/^l,the saved parameters cannot be read/);
      expect(board.run(1)[0]).toMatch(/^s,0,/);
    }
    const lines = openBoard({ savedFiles: { 'parameters.txt': 'nonsense' } }).lines();
    expect(lines[2]).toBe('l,the saved parameters cannot be read; the defaults are used');
  });

  // A flash whose power fails at the n-th thing done to it, where each byte written counts.
  const FLASH = `
import parameters, storage

class Cut(Exception):
    pass

class Flash:
    def __init__(self, files, fat, budget):
        self.files = dict(files)
        self.fat = fat
        self.budget = budget
    def spend(self):
        self.budget -= 1
        if self.budget < 0:
            raise Cut()
    def rename(self, old, new):
        self.spend()
        if old not in self.files or (self.fat and new in self.files):
            raise OSError(17)
        self.files[new] = self.files.pop(old)
    def remove(self, name):
        self.spend()
        if name not in self.files:
            raise OSError(2)
        del self.files[name]
    def sync(self):
        self.spend()
    def open(self, name, mode):
        if mode == "rb":
            if name not in self.files:
                raise OSError(2)
        else:
            self.spend()
            self.files[name] = b""
        return File(self, name)

class File:
    def __init__(self, flash, name):
        self.flash = flash
        self.name = name
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def read(self, count):
        return self.flash.files[self.name][:count]
    def write(self, text):
        for byte in text.encode():
            self.flash.spend()
            self.flash.files[self.name] += bytes([byte])
    def flush(self):
        self.flash.spend()

def use(flash):
    storage.os = flash
    storage.open = flash.open
    return flash

def gamma_after(files, fat):
    use(Flash(files, fat, 1000000))
    found = storage.load("p")
    return found[0] and found[0]["gamma"]

def attempt(files, fat, budget, gamma):
    """Saves gamma with power for budget steps; (what is left, whether the power sufficed)."""
    flash = use(Flash(files, fat, budget))
    params = parameters.defaults()
    params["gamma"] = gamma
    try:
        storage.save("p", params, {})
    except Cut:
        return flash.files, False
    return flash.files, True
`;

  it.each(thorough(['False'], ['False', 'True']))(
    'are the old or the new ones after a power cut at any moment, twice in a row (FAT: %s)',
    (fat) => {
      openBoard();
      micropython.runPython(`${FLASH}
fat = ${fat}
problems = []
first, done = attempt({}, fat, 100000, 1.0)
budget = 0
cuts = 0
while True:
    left, done = attempt(first, fat, budget, 2.0)
    if gamma_after(left, fat) not in (1.0, 2.0):
        problems.append(("one", budget))
    if done:
        if gamma_after(left, fat) != 2.0:
            problems.append("not saved")
        break
    cuts += 1
    # The next save on that flash is cut off too, at places spread over its whole length.
    for second in range(0, 150, ${thorough(19, 1)} if budget > 115 else 29):
        again, done_again = attempt(left, fat, second, 3.0)
        want = (3.0,) if done_again else (gamma_after(left, fat), 3.0)
        if gamma_after(again, fat) not in want:
            problems.append(("two", budget, second))
    budget += ${thorough(5, 1)}
result = "%d cuts, problems %s" % (cuts, problems)
`);
      expect(pythonGlobal('result')).toMatch(
        thorough(/^\d\d cuts, problems \[\]$/, /^1\d\d cuts, problems \[\]$/),
      );
    },
  );

  it('are refused with a reason when the flash cannot be written, and the board goes on', () => {
    const board = openBoard();
    board.run(1);
    micropython.runPython(`
import storage
class Broken:
    def __getattr__(self, name):
        raise OSError(30)
def broken(name, mode):
    raise OSError(30)
storage.os = Broken()
storage.open = broken
`);
    expect(board.ask('save 5')[0]).toMatch(/^r,5,error,io,,not saved: /);
    expect(board.ask('hello')[0]).toContain(',saved=0,');
    expect(board.run(1)[0]).toMatch(/^s,1,/);
  });
});

import { describe, expect, it } from 'vitest';
import { runEchoPaste } from '../../../src/board/installer/echoPaste.ts';
import { askRawPaste, runRawPaste } from '../../../src/board/installer/rawPaste.ts';
import { lineTo } from '../../repl/replBench.ts';

/** A far end that answers each write by a rule of its own. */
function scripted(answer: (text: string) => string): {
  readonly line: ReturnType<typeof lineTo>;
  readonly heard: string[];
} {
  const heard: string[] = [];
  let read: (bytes: Uint8Array) => void = () => undefined;
  const line = lineTo({
    write(bytes) {
      const text = new TextDecoder().decode(bytes);
      heard.push(text);
      const said = answer(text);
      if (said !== '') read(Uint8Array.from(said, (letter) => letter.charCodeAt(0)));
    },
    onBytes(reader) {
      read = reader;
    },
    stop: async () => undefined,
  });
  return { line, heard };
}

describe('raw-paste mode', () => {
  it('never sends more than the board has said it can take', async () => {
    const { line, heard } = scripted((text) => (text === '\x04' ? '\x04out\x04\x04>' : '\x01'));
    const answer = await runRawPaste(line, 'x'.repeat(100), 32, 1000);
    expect(answer).toEqual({ output: 'out', error: '' });
    expect(heard.slice(0, -1).map((piece) => piece.length)).toEqual([32, 32, 32, 4]);
  });

  it('stops sending when the board has had enough, and hears why', async () => {
    const { line, heard } = scripted((text) =>
      text === '\x04' ? '\x04SyntaxError: invalid syntax\r\n\x04>' : '\x04',
    );
    const answer = await runRawPaste(line, 'x'.repeat(100), 32, 1000);
    expect(answer).toEqual({ output: '', error: 'SyntaxError: invalid syntax\r\n' });
    expect(heard).toEqual(['x'.repeat(32), '\x04']);
  });

  it.each([
    ['R\x01\x80\x00\x01', 128],
    ['R\x01\x20\x00\x01', 32],
    ['R\x01\x00\x02\x01', 512],
    ['R\x00', null],
    ['raw REPL; CTRL-B to exit\r\n>', null],
  ])('reads the answer %j', async (said, windowBytes) => {
    expect(await askRawPaste(scripted(() => said).line)).toBe(windowBytes);
  });

  it('gives up on an answer that is none', async () => {
    await expect(askRawPaste(scripted(() => 'zz').line)).rejects.toThrow('no-answer');
  });
});

describe('paste mode with echo', () => {
  /** A board that loses the letter at this place of the first pastes. */
  function losing(times: number): ReturnType<typeof scripted> {
    let left = times;
    return scripted((text) => {
      if (text === '\x05') return '\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ';
      if (text === '\x03') return '\r\n>>> ';
      if (text === '\x04') return '\r\nran\r\n>>> ';
      const echo = text.replaceAll('\r', '\r\n=== ');
      if (left === 0) return echo;
      left -= 1;
      return echo.replace('y', '?');
    });
  }

  it('types again what came back different, and runs it only then', async () => {
    const { line, heard } = losing(1);
    expect(await runEchoPaste(line, 'x\ny\n', 1000)).toEqual({ output: 'ran\r\n', error: '' });
    expect(heard).toEqual(['\x05', 'x\ry\r', '\x03', '\x05', 'x\ry\r', '\x04']);
  });

  it('runs nothing when it comes back different every time', async () => {
    const { line, heard } = losing(100);
    await expect(runEchoPaste(line, 'y\n', 1000)).rejects.toThrow('came back different');
    expect(heard).not.toContain('\x04');
  });
});

import { describe, expect, it } from 'vitest';
import { type Answer, createPendingCommands, formatCommand } from '../../src/protocol/command.ts';

describe('a command', () => {
  it('is one line with its sum', () => {
    expect(formatCommand('set', 7, { gamma: 2.5, delta: 0.96 })).toBe(
      'set,7,gamma=2.5,delta=0.96*5E\n',
    );
  });

  it('is answered once, by the reply with its id', () => {
    const sent: string[] = [];
    const answers: Answer[] = [];
    const pending = createPendingCommands((line) => sent.push(line), 100);
    pending.ask('ping', {}, 0, (answer) => answers.push(answer));
    pending.reply('99', { ok: true });
    expect(answers).toEqual([]);
    pending.reply('100', { ok: true });
    pending.reply('100', { ok: true });
    pending.tick(10_000);
    expect(answers).toEqual([{ ok: true }]);
    expect(sent).toHaveLength(1);
  });

  it('is asked with the same id each second, three times in all, then given up', () => {
    const sent: string[] = [];
    const answers: Answer[] = [];
    const pending = createPendingCommands((line) => sent.push(line), 5);
    pending.ask('save', {}, 0, (answer) => answers.push(answer));
    for (const nowMs of [500, 999, 1000, 1500, 2000, 2999]) pending.tick(nowMs);
    expect(sent).toEqual(Array(3).fill(formatCommand('save', 5)));
    expect(answers).toEqual([]);
    pending.tick(3000);
    expect(answers).toEqual([null]);
    pending.tick(9000);
    expect(sent).toHaveLength(3);
  });

  it('is answered with nothing when the link goes', () => {
    const answers: Answer[] = [];
    const pending = createPendingCommands(() => undefined, 1);
    pending.ask('save', {}, 0, (answer) => answers.push(answer));
    pending.ask('get', {}, 0, (answer) => answers.push(answer));
    pending.giveUp();
    expect(answers).toEqual([null, null]);
  });
});

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChosenFile, FileLook } from '../../../src/analysis/messages/fileMessages.ts';
import { ImportBar } from '../../../src/ui/import/ImportBar.tsx';
import { ImportDialog } from '../../../src/ui/import/ImportDialog.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { look } from '../../history/csv/importFile.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

let world: World;
/** Looks that were answered. */
let answered = 0;

const asked = () =>
  world.worker.heard.filter(({ type }) => ['look', 'convert', 'cancel'].includes(type));

/** Chooses a file, and has the worker look at it as it really does. */
async function choose(text: string, choice = {}): Promise<void> {
  world.tidemark.imports.getState().choose(new File([text], 'a.csv'));
  await answerLook(look(new TextEncoder().encode(text), choice));
}

const answer = (request: number, result: ChosenFile): void =>
  act(() => world.worker.say({ type: 'done', call: 'look', request, result }));

async function answerLook(seen: FileLook): Promise<void> {
  const looks = () => asked().filter(({ type }) => type === 'look').length;
  await waitFor(() => expect(looks()).toBeGreaterThan(answered));
  answered = looks();
  const request = asked().findLast(({ type }) => type === 'look');
  if (request?.type !== 'look') throw new Error('no look was asked for');
  answer(request.request, { form: 'numbers', look: seen });
  await waitFor(() =>
    expect(screen.getByRole('button', { name: seen.ok ? 'Open' : 'Cancel' })).toBeVisible(),
  );
}

beforeEach(() => {
  answered = 0;
  world = createWorld();
  renderWith(
    world,
    <>
      <ImportBar />
      <ImportDialog />
    </>,
  );
});

describe('the dialog of a chosen file', () => {
  it('opens it as guessed with one click', async () => {
    await choose('ms,a,b\n0,1,2\n10,3,4\n20,3,4\n');
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    const converting = asked().at(-1);
    expect(converting).toMatchObject({
      type: 'convert',
      name: 'a.csv',
      plan: { time: { column: 0, unit: 'ms' }, columns: [{ name: 'a' }, { name: 'b' }] },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    if (converting?.type !== 'convert') throw new Error('nothing was converted');
    const { request } = converting;
    const recording = new Blob(['H']);
    world.worker.say({ type: 'done', call: 'convert', request, result: recording });
    await waitFor(() =>
      expect(world.tidemark.board.getState().source).toMatchObject({
        kind: 'replay',
        recording,
        title: 'a.csv',
      }),
    );
    expect(world.tidemark.view.getState().window).toBe('all');
  });

  it('shows how its times count, and lets that be changed', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `${740_313.5 + i / 8},${i}`);
    await choose(`datenum,x\n${rows.join('\n')}\n`);
    const unit = screen.getByLabelText('Unit of the time');
    expect(unit).toHaveDisplayValue('days, as MATLAB counts');
    await userEvent.selectOptions(unit, 'minutes');
    await waitFor(() =>
      expect(asked().at(-1)).toMatchObject({
        type: 'look',
        wishes: { choice: { timeColumn: 0, timeUnit: 'min' } },
      }),
    );
  });

  it('is left out when the file is a recording of ours', async () => {
    const file = new File(['H,tidemark=1,started=1*00\n'], 'b.tidemark');
    world.tidemark.imports.getState().choose(file);
    const [look] = heardOf(world.worker, 'look');
    answer(look?.request ?? -1, { form: 'recording' });
    await waitFor(() =>
      expect(world.tidemark.board.getState().source).toMatchObject({ recording: file }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked()).toHaveLength(1);
  });

  it('closes when the other file that is chosen instead is a recording of ours', async () => {
    await choose('a,b\nx,y\n');
    expect(screen.getByRole('dialog')).toBeVisible();
    const file = new File(['H,tidemark=1,started=1*00\n'], 'b.tidemark');
    world.tidemark.imports.getState().choose(file);
    answer(heardOf(world.worker, 'look').at(-1)?.request ?? -1, { form: 'recording' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(world.tidemark.board.getState().source).toMatchObject({ recording: file });
  });

  it('leaves out what is unticked, and says why nothing can be opened without a column', async () => {
    await choose('ms,a\n0,1\n10,3\n20,3\n');
    await userEvent.click(screen.getByRole('checkbox', { name: 'a' }));
    const open = screen.getByRole('button', { name: 'Open' });
    expect(open).toHaveAccessibleDescription('Tick at least one column.');
    await userEvent.click(open);
    expect(asked().at(-1)?.type).toBe('look');
  });

  it('takes another column for the time, or a period', async () => {
    await choose('ms,a\n0,1\n10,3\n20,3\n');
    await userEvent.selectOptions(screen.getByLabelText('Time'), 'none in the file');
    const period = screen.getByLabelText('Time between rows (ms)');
    await userEvent.clear(period);
    await userEvent.type(period, '2.5');
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(asked().at(-1)).toMatchObject({ plan: { time: { kind: 'period', periodMs: 2.5 } } });
  });

  it('asks whether the day or the month comes first where nothing tells', async () => {
    const text = 'when,a\n3/4/2024 12:00,1\n3/4/2024 12:01,2\n3/4/2024 12:02,3\n';
    await choose(text);
    expect(screen.getByRole('button', { name: 'Open' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.selectOptions(screen.getByLabelText('Dates'), 'month before day');
    expect(asked().at(-1)).toMatchObject({ type: 'look', wishes: { choice: { dayFirst: false } } });
    await answerLook(look(new TextEncoder().encode(text), { dayFirst: false }));
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(asked().at(-1)).toMatchObject({ type: 'convert', plan: { dayFirst: false } });
  });

  it('has the worker look again with another separator', async () => {
    const text = 'ms,a\n0,1\n10,3\n20,3\n';
    await choose(text);
    await userEvent.selectOptions(screen.getByLabelText('Separator'), 'semicolon');
    expect(asked().at(-1)).toMatchObject({ type: 'look', wishes: { choice: { separator: ';' } } });
    await answerLook(look(new TextEncoder().encode(text), { separator: ';', decimal: ',' }));
    expect(screen.getAllByRole('columnheader')).toHaveLength(1);
  });

  it.each([
    ['', 'This file is empty'],
    ['PK\u0003\u0004\u0014\u0000\u0000\u0008', 'This is not a text file'],
    ['a,b\nx,y\n', 'There is no column of numbers'],
  ])('refuses %j with its sentence', async (text, sentence) => {
    await choose(text);
    expect(screen.getByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeInTheDocument();
  });
});

describe('the bar of a file being read', () => {
  const counts = {
    rows: 100_000,
    leftOut: 12,
    first: { line: 17, reason: { kind: 'fields', found: 3, expected: 4 } },
  } as const;

  async function read(ending: 'complete' | 'cancelled' | null): Promise<void> {
    await choose('a\n1\n2\n');
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    const progress = { bytesRead: 50, bytesTotal: 100, counts, ending };
    const [asked] = heardOf(world.worker, 'convert');
    if (!asked) throw new Error('nothing was converted');
    const { request } = asked;
    act(() => world.worker.say({ type: 'progress', call: 'convert', request, progress }));
  }

  it('shows how far it is, and stops it', async () => {
    await read(null);
    expect(screen.getByRole('progressbar', { name: 'Import' })).toHaveAttribute(
      'aria-valuenow',
      '50',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(world.worker.heard.at(-1)).toMatchObject({ type: 'cancel' });
  });

  it('sums up what was left out, and why, until it is dismissed', async () => {
    await read('complete');
    const space = '\u202f';
    expect(screen.getByRole('status')).toHaveTextContent(
      `Read a.csv: 100${space}000 rows, 99${space}988 of them samples, 12 left out (first line 17: 3 fields where 4 were expected).`,
      { normalizeWhitespace: false },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss: Import' }));
    expect(screen.queryByRole('region', { name: 'Import' })).toBeNull();
  });
});

import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CommandPalette } from '../../../src/ui/commands/CommandPalette.tsx';
import { ExportMenu } from '../../../src/ui/export/ExportMenu.tsx';
import { createPlotOffers } from '../../../src/ui/plot/plotOffers.ts';
import { PlottingContext } from '../../../src/ui/plot/plotting.ts';
import { reportHtml } from '../../../src/ui/report/reportHtml.ts';
import { reportOf } from '../../../src/ui/report/reportOf.ts';
import type { ReportState } from '../../../src/ui/report/reportState.ts';
import { aFit, anEvent, createWorld, eventCounts, LEARNED, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
const AT = anEvent(1).fromMs;
const RANGE = { fromMs: AT - 10_000, toMs: AT + 20_000 };

/** A board with one event in the range and one outside. */
function world(): World {
  const made = createWorld();
  made.connectTo();
  const { session } = made.tidemark.board.getState().connection;
  made.worker.say({
    type: 'channels',
    session,
    channels: [{ name: `x ${HOSTILE}`, unit: 'g' }],
  });
  made.worker.say({
    type: 'events',
    replaceAll: false,
    events: [anEvent(1), { ...anEvent(2), fromMs: AT + 60_000, toMs: AT + 60_000 }],
    counts: eventCounts(2),
  });
  made.worker.say({ type: 'fit', channel: 0, fit: aFit(), learning: LEARNED });
  made.sayHealth({ scores: null });
  return made;
}

function stateOf({ tidemark }: World, changes: Partial<ReportState> = {}): ReportState {
  return {
    board: tidemark.board.getState(),
    tuning: tidemark.tuning.getState(),
    book: tidemark.alarms.getState().book,
    labels: tidemark.labels.getState().labels,
    range: RANGE,
    nowMs: AT,
    drawings: { signal: '<svg id="drawn"></svg>', fit: null },
    ...changes,
  };
}

function read(state: ReportState): Document {
  return new DOMParser().parseFromString(reportHtml(reportOf(state)), 'text/html');
}

/** The cells of the rows under a heading. */
function rowsUnder(page: Document, heading: string): string[][] {
  const section = [...page.querySelectorAll('section')].find(
    (each) => each.querySelector('h2')?.textContent === heading,
  );
  return [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
  );
}

describe('a report', () => {
  it('lists the anomalies of its range with reason, label and note', () => {
    const made = world();
    const event = anEvent(1);
    made.tidemark.alarms.getState().note(event, 'the pump was <b>hit</b>');
    made.tidemark.naming.nameEvents([event], 'stuck, valve 2');
    const rows = rowsUnder(read(stateOf(made)), 'Anomalies');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.slice(2)).toEqual([
      '4.812 g',
      '12.3 σ',
      '1 in 533',
      '3 in 0.4 s',
      'alarm: 12.3\u00a0σ from the mean.',
      'browser + board',
      'stuck, valve 2',
      'the pump was <b>hit</b>',
    ]);
  });

  it('says the parameters of browser and board, the fit, and what hardware and firmware it was', () => {
    const made = world();
    made.tidemark.tuning.getState().edit({ gamma: 3.5 });
    const tuning = {
      ...made.tidemark.tuning.getState(),
      browser: made.tidemark.tuning.getState().editing,
    };
    const page = read(stateOf(made, { tuning }));
    expect(rowsUnder(page, 'Parameters')[0]).toEqual(['Bound', 'γ', '3.5', '4', 'σ']);
    expect(rowsUnder(page, 'Fit of each channel')[0]?.slice(1)).toEqual([
      '1.600',
      '1.100 σ',
      '1.680 σ',
      '0.970',
      '4.420 σ',
      '4.420 σ',
    ]);
    const hardware = new Map(rowsUnder(page, 'Hardware and firmware').map(([a = '', b]) => [a, b]));
    expect(hardware.get('Source')).toBe('Virtual machine, seed 1: no hardware');
    expect(hardware.get('Board')).toBe('Raspberry Pi Pico');
    expect(hardware.get('Firmware')).toBe('Tidemark 0.1.0, rules 3, floats of 32 bits');
  });

  it('calls a channel with parameters of its own what the person calls it', () => {
    const made = world();
    const told = `x ${HOSTILE}`;
    made.tidemark.channelLooks.getState().choose(told, { name: 'spindle' });
    const tuning = { ...made.tidemark.tuning.getState(), browserOwn: { [told]: { gamma: 3.5 } } };
    const page = read(stateOf(made, { tuning }));
    expect(rowsUnder(page, 'Parameters of single channels')).toEqual([['spindle', 'Bound', '3.5']]);
  });

  it('of a file of numbers names no board and no firmware', () => {
    const made = world();
    const { board } = stateOf(made);
    const { identity } = board.connection;
    const connection = {
      ...board.connection,
      identity: identity && { ...identity, version: '0', sensor: 'file' },
    };
    const start = { playing: true, pace: 'at-once', skipToMs: null } as const;
    const source = { kind: 'replay', recording: 'a', title: 'two.csv', start } as const;
    const page = read(stateOf(made, { board: { ...board, connection, source } }));
    const hardware = new Map(rowsUnder(page, 'Hardware and firmware').map(([a = '', b]) => [a, b]));
    expect(hardware.get('Source')).toBe('Recording two.csv');
    expect(hardware.get('Firmware')).toBe('None: a file of numbers');
    expect(hardware.has('Board')).toBe(false);
  });

  it('runs nothing and loads nothing, whatever a board calls its channels', () => {
    const made = world();
    made.tidemark.alarms.getState().note(anEvent(1), HOSTILE);
    const page = read(stateOf(made));
    expect(page.querySelectorAll('script, img, link, iframe, object, [onerror]')).toHaveLength(0);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
    expect(page.body.textContent).toContain(HOSTILE);
    expect(page.querySelectorAll('svg')).toHaveLength(1);
    expect(page.body.textContent).toContain('The fit was not on the screen');
  });

  it('lists no more anomalies than paper bears, and says so', () => {
    const made = world();
    const events = Array.from({ length: 600 }, (_, id) => ({ ...anEvent(1), id }));
    const board = { ...made.tidemark.board.getState(), events };
    const page = read(stateOf(made, { board }));
    expect(rowsUnder(page, 'Anomalies')).toHaveLength(500);
    expect(page.body.textContent).toContain('600 events in this range.');
    expect(page.body.textContent).toContain('The newest 500 of them are listed.');
  });
});

describe('the report of the screen', () => {
  const blobs: Blob[] = [];
  function shown(): World {
    blobs.length = 0;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:made';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const made = world();
    const view = { ...RANGE, extent: null, gaps: [], channels: [] };
    const plotting = {
      feed: {
        latest: () => view,
        subscribe: () => () => undefined,
        setWidth: () => undefined,
        start: () => () => undefined,
      },
      offers: createPlotOffers(),
      enlargedBy: 1,
    };
    for (const picture of ['signal', 'fit'] as const) {
      plotting.offers.offer({
        picture,
        place: 0,
        channels: [0],
        size: () => ({ width: 600, height: 200 }),
        facts: () => ({ title: picture, headings: [], lines: [], summary: 'drawn' }),
        draw: ({ context }) => {
          context.beginPath();
          context.rect(0, 0, 10, 10);
          context.clip();
        },
      });
    }
    renderWith(
      made,
      <PlottingContext value={plotting}>
        <ExportMenu />
        <CommandPalette takeEarlyKeys={() => ({ text: '', isEntered: false })} />
      </PlottingContext>,
    );
    return made;
  }

  async function saved(): Promise<Document> {
    await waitFor(() => expect(blobs).toHaveLength(1));
    const text = await blobs[0]?.text();
    return new DOMParser().parseFromString(text ?? '', 'text/html');
  }

  it('is one click in the export menu, with both plots, whose ids differ', async () => {
    shown();
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Report as HTML' }));
    const page = await saved();
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(page.querySelectorAll('svg')).toHaveLength(2);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('signal-clip1');
    expect(ids).toContain('fit-clip1');
  });

  it('is a command, too', async () => {
    const made = shown();
    act(() => made.tidemark.view.getState().showOverlay('commands'));
    await userEvent.click(await screen.findByRole('button', { name: /^Report of the visible/ }));
    expect((await saved()).querySelector('h1')?.textContent).toBe(
      'Tidemark report: Raspberry Pi Pico',
    );
  });
});

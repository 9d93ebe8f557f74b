import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../../src/analysis/messages/connectionState.ts';
import type { ConnectionPhase } from '../../../src/board/connectionPhases.ts';
import type { Fault } from '../../../src/board/fault.ts';
import { Header } from '../../../src/ui/header/Header.tsx';
import { StatusLine } from '../../../src/ui/header/StatusLine.tsx';
import { Notices } from '../../../src/ui/notices/Notices.tsx';
import { StartDoors } from '../../../src/ui/start/StartDoors.tsx';
import { VirtualBar } from '../../../src/ui/start/VirtualBar.tsx';
import { statusWords } from '../../../src/ui/statusWords.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { aFit, createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function become(
  world: World,
  phase: ConnectionPhase,
  fault: Fault | null = null,
  more: Partial<ConnectionState> = {},
): void {
  const { connection } = world.tidemark.board.getState();
  act(() => world.worker.say({ ...connection, type: 'connection', phase, fault, ...more }));
}

it('no row is kept for figures before there is a board', () => {
  renderWith(createWorld(), <StatusLine />);
  expect(
    [...document.querySelectorAll('div')].filter((div) => div.matches('div div:empty')),
  ).toEqual([]);
});

describe('the start doors', () => {
  it('say in a sentence why no board can be connected, and what to do', async () => {
    const world = createWorld({ serialFault: { code: 'unsupported', detail: '' } });
    renderWith(world, <StartDoors />);
    const door = screen.getByRole('button', { name: 'Connect board' });
    expect(door).toHaveAttribute('aria-disabled', 'true');
    expect(door).toHaveAccessibleDescription(/This browser has no Web Serial\. Use a desktop/);
    await userEvent.click(screen.getByRole('button', { name: 'Virtual machine' }));
    expect(heardOf(world.worker, 'open').map((open) => open.source.kind)).toEqual(['virtual']);
  });
});

describe('a lost board', () => {
  it('is said, and can be opened again', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    become(world, 'lost', { code: 'lost', detail: 'NetworkError' });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      /The board went away\. Check the cable/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    expect(heardOf(world.worker, 'open').map((open) => open.session)).toEqual([1, 2]);
    expect(screen.queryByRole('button', { name: 'Reconnect' })).toBeNull();
  });

  it('can be dismissed until the next time', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    become(world, 'lost', { code: 'lost', detail: '' });
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss notice' }));
    expect(screen.queryByText(/The board went away/)).toBeNull();
  });
});

describe('a board that is looked for', () => {
  const LOST_AT = new Date(2026, 10, 22, 14, 2, 31, 240).getTime();

  it('is said to be, with the time of the break, and no notice asks for anything', async () => {
    const world = createWorld();
    renderWith(
      world,
      <>
        <Header />
        <Notices />
      </>,
    );
    act(() => world.connectTo());
    become(world, 'reconnecting', null, { lostAtMs: LOST_AT });
    expect(screen.getByRole('banner')).toHaveTextContent(
      /reconnecting… · lost at .*14:02:31(?!\.)/,
    );
    expect(screen.getByRole('status', { name: 'Notices' })).toBeEmptyDOMElement();
    await userEvent.click(screen.getByRole('button', { name: 'Stop reconnecting' }));
    expect(heardOf(world.worker, 'close')).toHaveLength(1);
  });

  it('and may be one of several is asked about in a sentence, with a button for each', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    become(world, 'reconnecting', null, {
      lostAtMs: LOST_AT,
      choices: [
        { id: 7, key: { usbVendorId: 0x2e8a, usbProductId: 5 } },
        { id: 9, key: { usbVendorId: 0x2e8a, usbProductId: 5 } },
      ],
    });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      /2 boards alike are plugged in, and none says that it is the lost one\./,
    );
    await userEvent.click(screen.getByRole('button', { name: /Pico.*, port 2$/ }));
    expect(heardOf(world.worker, 'choose-port').map(({ id }) => id)).toEqual([9]);
    become(world, 'streaming', null, { lostAtMs: null, choices: [] });
    expect(screen.queryByRole('button', { name: /port/ })).toBeNull();
  });
});

describe('a port that is held', () => {
  it.each([
    [
      'busy',
      /The port could not be opened\. Most often another program has it: close Arduino IDE, Thonny/,
    ],
    ['busy-here', /Another tab of Tidemark has the board\. Disconnect it there/],
  ] as const)('%s: is said to be, and by whom', async (code, sentence) => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    become(world, 'busy', { code, detail: '' });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(sentence);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(heardOf(world.worker, 'open')).toHaveLength(2);
  });
});

describe('the line', () => {
  const source = (usbVendorId: number, usbProductId: number) =>
    ({
      kind: 'serial',
      port: { usbVendorId, usbProductId, nth: 0 },
      baudRate: 115_200,
    }) as const;
  const worldWith = (its: ReturnType<typeof source>) =>
    createWorld({ ports: { pick: async () => ({ ok: true, source: its }) } });

  it('has a baud rate to choose behind a bridge: the port is opened anew with it, and it is kept', async () => {
    const world = worldWith(source(0x10c4, 0xea60));
    renderWith(world, <Header />);
    await act(() => world.tidemark.connectBoard());
    const select = screen.getByRole('combobox', { name: 'Baud rate' });
    expect(select).toHaveValue('115200');
    expect(screen.queryByRole('option', { name: /^1200 / })).toBeNull();
    await userEvent.selectOptions(select, '9600 baud');
    expect(heardOf(world.worker, 'open').map((open) => open.source)).toMatchObject([
      { baudRate: 115_200 },
      { baudRate: 9600 },
    ]);
    expect(select).toHaveValue('9600');
  });

  it('has none on native USB, where it means nothing', async () => {
    const world = worldWith(source(0x2e8a, 0x0005));
    renderWith(world, <Header />);
    await act(() => world.tidemark.connectBoard());
    expect(screen.queryByRole('combobox', { name: 'Baud rate' })).toBeNull();
  });

  it('is not spoken of as long as all is well, and is when it is not', () => {
    const world = createWorld();
    renderWith(world, <Header />);
    act(() => {
      world.connectTo();
      world.sayHealth({});
    });
    expect(screen.getByRole('banner')).not.toHaveTextContent(/overrun|framing|parity|break|DTR/);
    const lineErrors = { overruns: 1, framing: 12, parity: 2, breaks: 3 };
    act(() => world.sayHealth({ lineErrors, signalsRefused: true }));
    expect(screen.getByRole('banner')).toHaveTextContent(
      /1 overrun12 framing errors2 parity errors3 breaksDTR refused/,
    );
  });
});

describe('the header', () => {
  it('names the board and its counters, and disconnects', async () => {
    const world = createWorld();
    renderWith(world, <Header />);
    act(() => {
      world.connectTo();
      world.sayHealth({ samples: 12_034, rateHz: 50.04, lost: 3, skipped: 7, invalidLines: 2 });
    });
    expect(screen.getByRole('banner')).toHaveTextContent(
      /streaming.*Raspberry Pi Pico.*50\.0 Hz.*12.034 samples.*3 lost.*7 left out.*2 invalid lines/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }));
    expect(heardOf(world.worker, 'close')).toHaveLength(1);
  });

  it('offers the boards again once one was lost', () => {
    const world = createWorld();
    renderWith(world, <Header />);
    act(() => world.connectTo());
    become(world, 'lost', { code: 'lost', detail: '' });
    expect(screen.getByRole('button', { name: 'Connect board' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Virtual machine' })).toBeInTheDocument();
  });

  it('keeps the theme that was chosen', async () => {
    const world = createWorld();
    renderWith(world, <Header />);
    await userEvent.click(screen.getByRole('radio', { name: 'Dark theme' }));
    expect(world.tidemark.preferences.getState().theme).toBe('dark');
  });
});

describe('the virtual board’s bar', () => {
  it('injects, pulls the plug, and plugs in again', async () => {
    const world = createWorld();
    renderWith(world, <VirtualBar />);
    expect(screen.queryByRole('button')).toBeNull();
    act(() => world.connectTo());
    expect(screen.getByRole('button', { name: 'Drift' })).toHaveAccessibleDescription(
      'A slow ramp of 20 s. Drift: to be flagged within 1.6 s, cause drift; certain after half a minute of learning, often sooner.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Flat line' }));
    expect(screen.getByRole('status')).toHaveTextContent(
      'Flat line: to be flagged within 0.4 s, cause rhythm or drift.',
    );
    expect(heardOf(world.worker, 'inject').map(({ injection }) => injection)).toEqual(['flat']);
    await userEvent.click(screen.getByRole('button', { name: 'Pull the plug' }));
    expect(heardOf(world.worker, 'pull-plug')).toHaveLength(1);
    become(world, 'lost', { code: 'lost', detail: '' });
    await userEvent.click(screen.getByRole('button', { name: 'Plug in again' }));
    expect(heardOf(world.worker, 'open')).toHaveLength(2);
  });

  it('offers what can go wrong with the pump, says what its board knows, and plugs in the same one', async () => {
    const world = createWorld();
    renderWith(world, <VirtualBar />);
    act(() => world.connectTo());
    await userEvent.click(screen.getByRole('button', { name: 'Spike' }));
    act(() => world.tidemark.connectVirtual({ machine: 'pump', seed: 4 }));
    const { session } = world.tidemark.board.getState().connection;
    become(world, 'streaming', null, { session: session + 1 });
    expect(screen.queryByRole('button', { name: 'Spike' })).toBeNull();
    for (const name of ['Missed stroke', 'Weak stroke', 'Wrong time']) {
      expect(screen.getByRole('button', { name })).toHaveAccessibleDescription(/within 2.2 s/);
    }
    expect(screen.getByRole('status')).toHaveTextContent(/^This board knows its cycle: .*2000 ms/);
    await userEvent.click(screen.getByRole('button', { name: 'Stuck valve' }));
    expect(heardOf(world.worker, 'inject').at(-1)?.injection).toBe('stuck');
    become(world, 'lost', { code: 'lost', detail: '' });
    await userEvent.click(screen.getByRole('button', { name: 'Plug in again' }));
    expect(heardOf(world.worker, 'open').at(-1)?.source).toEqual({
      kind: 'virtual',
      machine: 'pump',
      seed: 4,
    });
  });
});

describe('status words', () => {
  const facts = {
    phase: 'streaming',
    kind: 'tidemark',
    fault: null,
    notUnderstood: 0,
    sinceLastSampleMs: null,
    fits: new Map(),
    blockMs: null,
    hint: null,
    programEnd: null,
    hasMain: null,
    lostAtMs: null,
    choices: [],
  } as const;
  it('come first for what the board does', () => {
    expect(statusWords(facts)).toBe('streaming');
    expect(statusWords({ ...facts, phase: 'silent', sinceLastSampleMs: 4200 })).toBe(
      'silent for 4 s',
    );
    expect(
      statusWords({
        ...facts,
        fits: new Map([
          [0, aFit({ maxima: [1, 2, 3], weibull: null })],
          [1, aFit({ maxima: [1], weibull: null })],
        ]),
      }),
    ).toBe('learning 1 of 5');
    const fits = new Map([[0, aFit({ maxima: [1, 2, 3], weibull: null })]]);
    expect(statusWords({ ...facts, fits, blockMs: 6000 })).toBe('learning 3 of 5, 12 s more');
    expect(statusWords({ ...facts, phase: 'silent', hint: 'silent' })).toBe(
      'open, but the board says nothing',
    );
    expect(statusWords({ ...facts, hint: 'garbage' })).toMatch(/unreadable: another baud rate\?/);
    expect(statusWords({ ...facts, kind: 'repl' })).toBe('no program runs');
    expect(statusWords({ ...facts, phase: 'unsupported' })).toBe('no serial ports here');
    expect(statusWords({ ...facts, phase: 'busy', fault: { code: 'busy', detail: '' } })).toBe(
      'busy: the port could not be opened',
    );
  });
});

describe('a newer version of the page', () => {
  it('is used when the person asks for it, not before, and waits while the page is presented', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    let used = 0;
    act(() =>
      world.tidemark.notices.getState().reportUpdate(() => {
        used += 1;
      }),
    );
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      /A newer version of Tidemark is here\. Loading it ends what is running now\./,
    );
    expect(used).toBe(0);
    act(() => world.tidemark.view.getState().present(true));
    expect(screen.queryByRole('button', { name: 'Load it' })).toBeNull();
    act(() => world.tidemark.view.getState().present(false));
    await userEvent.click(screen.getByRole('button', { name: 'Load it' }));
    expect(used).toBe(1);
  });
});

describe('a port that is open without anything to see', () => {
  it.each([
    ['silent', 'The port is open, but nothing comes.'],
    ['garbage', 'What comes cannot be read.'],
  ] as const)('%s: is said, with what to do', async (hint, sentence) => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    const connection = { ...world.tidemark.board.getState().connection, hint };
    act(() => world.worker.say({ type: 'connection', ...connection }));
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(sentence);
    await userEvent.click(screen.getByRole('button', { name: 'What can I do?' }));
    expect(world.tidemark.trouble.getState().topic).toBe(hint);
  });
});

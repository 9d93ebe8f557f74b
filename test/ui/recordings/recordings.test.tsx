import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  RecordingState,
  StoredAnswer,
  StoredSession,
} from '../../../src/analysis/messages/recordingMessages.ts';
import type { ReplayState } from '../../../src/board/replayControl.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { speak } from '../../../src/language/spoken.ts';
import { StatusLine } from '../../../src/ui/header/StatusLine.tsx';
import { Notices } from '../../../src/ui/notices/Notices.tsx';
import { ParameterActions } from '../../../src/ui/parameters/ParameterActions.tsx';
import { RecordingSign } from '../../../src/ui/recordings/RecordingSign.tsx';
import { sessionFacts, sessionTitle } from '../../../src/ui/recordings/recordingWords.ts';
import { ReplayBar } from '../../../src/ui/replay/ReplayBar.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, streaming, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const SESSION: StoredSession = {
  fileName: 'a.tidemark',
  name: '',
  board: 'Raspberry Pi Pico',
  startedMs: new Date(2026, 0, 5, 14, 2).getTime(),
  endedMs: new Date(2026, 0, 5, 14, 37).getTime(),
  bytes: 1_234_567,
  samples: 105_000,
  lost: 3,
  anomalies: 1,
  state: 'unfinished',
};

const recording = (changes: Partial<Extract<RecordingState, { phase: 'recording' }>> = {}) =>
  ({ phase: 'recording', fileName: 'a', bytes: 1.2e6, roomLeftMs: null, ...changes }) as const;

async function answer(world: World, reply: StoredAnswer): Promise<void> {
  await act(async () => {
    const request = heardOf(world.worker, 'stored-recordings').at(-1)?.request ?? -1;
    world.worker.say({ type: 'done', call: 'stored-recordings', request, result: reply });
  });
}

const say = (world: World, state: RecordingState) =>
  act(() => world.worker.say({ type: 'recording', state }));

describe('a session that was cut off', () => {
  // Files of one worker share the page's language.
  afterEach(() => speak('en'));

  it('is offered back in a notice, and opened as an ordinary one', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    await answer(world, { kind: 'sessions', sessions: [SESSION] });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      /The session of .*14:02:00 was recorded until the page closed\. 35 min 0 s, Raspberry Pi Pico\./,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(heardOf(world.worker, 'stored-recordings').at(-1)?.question).toEqual({
      kind: 'keep',
      fileName: 'a.tidemark',
    });
    await answer(world, { kind: 'sessions', sessions: [{ ...SESSION, state: 'closed' }] });
    expect(heardOf(world.worker, 'open').map(({ source }) => source)).toMatchObject([
      { kind: 'replay', recording: 'a.tidemark', start: { pace: 'at-once' } },
    ]);
    expect(screen.queryByText(/until the page closed/)).toBeNull();
  });

  it('is told as good news, in the page’s words for its board: nothing of it is lost', async () => {
    const world = createWorld();
    speak('pt');
    renderWith(world, <Notices />);
    await answer(world, {
      kind: 'sessions',
      sessions: [{ ...SESSION, board: 'Virtual machine' }],
    });
    const told = screen.getByText(/foi gravada até a página fechar/).closest('[data-tone]');
    expect(told).toHaveAttribute('data-tone', 'good');
    expect(told).toHaveTextContent('Máquina virtual');
  });

  it('waits while the page is presented: it would lie over what the room looks at', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    await answer(world, { kind: 'sessions', sessions: [SESSION] });
    act(() => world.tidemark.view.getState().present(true));
    expect(screen.queryByText(/until the page closed/)).toBeNull();
    act(() => world.tidemark.view.getState().present(false));
    expect(screen.getByText(/until the page closed/)).toBeVisible();
  });

  it('does not come back in the next visit once it was seen', async () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    };
    const first = createWorld({ storage });
    renderWith(first, <Notices />);
    await answer(first, { kind: 'sessions', sessions: [SESSION] });
    expect(screen.getByText(/until the page closed/)).toBeInTheDocument();
    cleanup();
    const next = createWorld({ storage });
    renderWith(next, <Notices />);
    await answer(next, { kind: 'sessions', sessions: [SESSION] });
    expect(screen.queryByText(/until the page closed/)).toBeNull();
  });

  it('becomes an ordinary one when its notice is closed', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    await answer(world, { kind: 'sessions', sessions: [SESSION] });
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss notice' }));
    expect(heardOf(world.worker, 'stored-recordings').at(-1)?.question).toEqual({
      kind: 'keep',
      fileName: 'a.tidemark',
    });
  });

  it('is deleted only after a question', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    await answer(world, { kind: 'sessions', sessions: [SESSION] });
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    const asked = () =>
      heardOf(world.worker, 'stored-recordings').map(({ question }) => question.kind);
    expect(asked()).toEqual(['list']);
    await userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    expect(asked()).toEqual(['list', 'delete']);
  });

  it('is not offered while another tab still records it', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    await answer(world, { kind: 'sessions', sessions: [{ ...SESSION, state: 'recording' }] });
    expect(screen.queryByText(/until the page closed/)).toBeNull();
  });
});

describe('recording', () => {
  it('is said with its size, and can be switched off and on', async () => {
    const world = createWorld();
    renderWith(world, <RecordingSign />);
    say(world, recording());
    await userEvent.click(screen.getByRole('button', { name: /Recording 1.2 MB/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Stop recording sessions' }));
    say(world, { phase: 'off' });
    await userEvent.click(screen.getByRole('button', { name: 'Not recording' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Record from here on' }));
    expect(heardOf(world.worker, 'record').map(({ on }) => on)).toEqual([false, true]);
  });

  it('asks the browser once, when it begins, not to give up what is stored', () => {
    let asked = 0;
    const world = createWorld({
      persistStorage: async () => {
        asked += 1;
        return true;
      },
    });
    say(world, { phase: 'waiting' });
    expect(asked).toBe(0);
    say(world, recording());
    say(world, recording({ bytes: 2e6 }));
    expect(asked).toBe(1);
  });

  it('that has little room left says for how long it lasts', () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    say(world, recording({ roomLeftMs: 20.4 * 60_000 }));
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      /nearly full\. At this rate there is room for about 20 min more/,
    );
  });

  it('that failed says why, and can be tried again', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    say(world, { phase: 'failed', fault: { code: 'storage-full', detail: 'QuotaExceededError' } });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      /This session is not recorded: the browser’s storage is full\. Delete recorded sessions/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Record again' }));
    expect(heardOf(world.worker, 'record').map(({ on }) => on)).toEqual([true]);
  });
});

it('two sessions of one minute are told apart by their titles', () => {
  const later = { ...SESSION, startedMs: SESSION.startedMs + 20_000 };
  const [one, other] = [SESSION, later].map((session) => sessionTitle(session, SESSION.endedMs));
  expect(one).toMatch(/^5 Jan 14:02:00 · /);
  expect(other).toMatch(/^5 Jan 14:02:20 · /);
});

it('a stored session is told by board, length, size and counts', () => {
  const nowMs = new Date(2026, 0, 6).getTime();
  expect(sessionFacts({ ...SESSION, name: 'Loose' }, nowMs).replace(/\u202f/g, ' ')).toBe(
    '5 Jan 14:02:00 · Raspberry Pi Pico · 35 min 0 s · 1.2 MB · 105 000 samples · 3 samples lost · 1 anomaly',
  );
});

describe('a replay', () => {
  const AT: ReplayState = {
    fromMs: 1000,
    toMs: 61_000,
    positionMs: 31_000,
    playing: true,
    pace: 10,
    ended: false,
  };

  function replaying(replay: Partial<ReplayState> = {}): World {
    const world = createWorld();
    renderWith(
      world,
      <>
        <StatusLine />
        <ReplayBar />
        <ParameterActions />
      </>,
    );
    act(() => {
      world.tidemark.openRecording('a.tidemark', 'Loose bearing');
      world.worker.say(streaming(1));
      world.worker.say({
        type: 'replay',
        session: 1,
        replay: { ...AT, ...replay },
        recordedWith: { ...DEFAULT_PARAMETERS, gamma: 2.5, tail: 'upper' },
        older: null,
        labels: null,
        acts: null,
      });
    });
    return world;
  }
  const controls = (world: World) => heardOf(world.worker, 'replay').map(({ control }) => control);

  it('is paused, stepped and paced; the header says what it does', async () => {
    const world = replaying();
    expect(screen.getByRole('status')).toHaveTextContent('replaying at 10×');
    const bar = within(screen.getByRole('region', { name: 'Replay' }));
    expect(screen.getByRole('region', { name: 'Replay' })).toHaveTextContent(/Loose bearing/);
    await userEvent.click(bar.getByRole('button', { name: 'Pause replay' }));
    await userEvent.click(bar.getByRole('button', { name: 'Step' }));
    await userEvent.click(bar.getByRole('radio', { name: '100×' }));
    expect(controls(world)).toEqual([
      { kind: 'pause' },
      { kind: 'step' },
      { kind: 'pace', pace: 100 },
    ]);
  });

  it('that has ended plays from the beginning at the pace that is chosen', async () => {
    const world = replaying({ pace: 'at-once', playing: false, ended: true, positionMs: 61_000 });
    await userEvent.click(screen.getByRole('radio', { name: '10×' }));
    expect(heardOf(world.worker, 'open').at(-1)).toMatchObject({
      source: { kind: 'replay', start: { playing: true, pace: 10, skipToMs: null } },
    });
    expect(controls(world)).toEqual([]);
  });

  it('keeps its controls, and the focus in them, while it begins again', async () => {
    replaying({ pace: 10, playing: false, ended: true, positionMs: 61_000 });
    const again = screen.getByRole('button', { name: 'Play again' });
    await userEvent.click(again);
    expect(again).toHaveFocus();
  });

  it('goes forward in itself, and backward by beginning again', () => {
    const world = replaying();
    world.tidemark.seekReplay(40_000);
    expect(controls(world)).toEqual([{ kind: 'skip', toMs: 40_000 }]);
    act(() => world.tidemark.seekReplay(5000));
    expect(heardOf(world.worker, 'open').at(-1)).toMatchObject({
      session: 2,
      source: { kind: 'replay', start: { playing: true, pace: 10, skipToMs: 5000 } },
    });
  });

  it('says what it was recorded with, and takes it over when asked', async () => {
    const world = replaying();
    expect(screen.getByText(/Recorded with γ 2.5, tail upper/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Use what it was recorded with' }));
    expect(world.tidemark.tuning.getState().editing).toMatchObject({ gamma: 2.5, tail: 'upper' });
    expect(screen.queryByText(/Recorded with/)).toBeNull();
  });

  it('has no board to push to, and says so', () => {
    replaying();
    expect(screen.getByRole('button', { name: 'Push to board' })).toHaveAccessibleDescription(
      'This is a recording: there is no board to send to.',
    );
  });
});

import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { AlarmMenu } from '../../../src/ui/alarms/AlarmMenu.tsx';
import { AlarmSign } from '../../../src/ui/alarms/AlarmSign.tsx';
import { useAlarmKeys } from '../../../src/ui/alarms/useAlarmKeys.ts';
import { AlarmSpeech } from '../../../src/ui/notices/AlarmSpeech.tsx';
import { anEvent, createWorld, eventCounts, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function Keys() {
  useAlarmKeys();
  return <input aria-label="A field" />;
}

function shown(): World {
  const world = createWorld();
  renderWith(
    world,
    <>
      <AlarmSign />
      <AlarmSpeech />
      <AlarmMenu />
      <Keys />
    </>,
  );
  act(() => world.connectTo());
  return world;
}

function raise(world: World, ...ids: number[]): void {
  const events = ids.map((id) => anEvent(id, { live: true }));
  act(() =>
    world.worker.say({
      type: 'events',
      replaceAll: false,
      events,
      counts: eventCounts(events.length),
    }),
  );
}

describe('new alarms', () => {
  it('stand in the header with the newest, lead there, and go when they are acknowledged', async () => {
    const world = shown();
    expect(screen.queryByRole('region', { name: 'New alarms' })).toBeNull();
    raise(world, 1, 2);
    const newest = screen.getByRole('button', { name: /^2 new alarms · x .*\d\d:00:02$/ });
    await userEvent.click(newest);
    expect(world.tidemark.view.getState().chosen?.fromMs).toBe(anEvent(2).fromMs);
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge all' }));
    expect(screen.queryByRole('region', { name: 'New alarms' })).toBeNull();
  });

  it('one alone is acknowledged, several are acknowledged all at once, and the button says which', () => {
    const world = shown();
    raise(world, 1);
    expect(screen.getByRole('button', { name: 'Acknowledge' })).toBeVisible();
    raise(world, 2);
    expect(screen.getByRole('button', { name: 'Acknowledge all' })).toBeVisible();
  });

  it('are spoken in a sentence', () => {
    raise(shown(), 1);
    expect(screen.getByRole('status', { name: 'Told alarm' })).toHaveTextContent(
      /^Alarm: x, 12 sigma, /,
    );
  });
});

describe('the menu of alarms', () => {
  it('has a switch for each way of telling, all off', async () => {
    const world = shown();
    await userEvent.click(screen.getByRole('button', { name: 'Alarms' }));
    const boxes = await screen.findAllByRole('switch');
    expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual(Array(4).fill(false));
    await userEvent.click(screen.getByRole('switch', { name: 'Sound' }));
    expect(world.tidemark.alarms.getState().switches.sound).toBe(true);
  });

  it('says why the browser does not do what a switch asks for', async () => {
    const world = shown();
    act(() => world.tidemark.alarms.setState({ refusal: 'notifications-refused' }));
    await userEvent.click(screen.getByRole('button', { name: 'Alarms' }));
    expect(await screen.findByText(/^The browser refused notifications/)).toBeVisible();
  });

  it('says what is shelved, why and until when, and takes it off', async () => {
    const world = shown();
    act(() => world.tidemark.alarms.getState().shelve(0, 60_000, 'oil change'));
    await userEvent.click(screen.getByRole('button', { name: /^Alarms/ }));
    const list = await screen.findByRole('list', { name: 'Shelved channels' });
    expect(screen.getByRole('heading', { name: 'Shelved channels' })).toBeVisible();
    expect(list).toHaveTextContent(/x until .*\d\d:\d\d:\d\d: oil change/);
    await userEvent.click(screen.getByRole('button', { name: 'Take off' }));
    expect(screen.queryByRole('list', { name: 'Shelved channels' })).toBeNull();
  });
});

it('that a channel is shelved stands in the header, not only in the menu', async () => {
  const world = shown();
  act(() => world.tidemark.alarms.getState().shelve(0, 60_000, ''));
  const bell = screen.getByRole('button', { name: 'Alarms, 1 shelved' });
  expect(bell).toHaveTextContent('1 shelved');
  act(() => world.tidemark.alarms.getState().unshelve(0));
  expect(bell).toHaveAccessibleName('Alarms');
  expect(bell).toHaveTextContent('');
});

describe('the key M', () => {
  it('mutes and lets sound again, but writes an m into a field', async () => {
    const world = shown();
    await userEvent.keyboard('m');
    expect(world.tidemark.alarms.getState().switches.muted).toBe(true);
    expect(screen.getByRole('button', { name: 'Alarms, muted' })).toBeVisible();
    await userEvent.type(screen.getByRole('textbox'), 'm');
    expect(world.tidemark.alarms.getState().switches.muted).toBe(true);
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('m');
    expect(world.tidemark.alarms.getState().switches.muted).toBe(false);
  });
});

/** What is done about alarms: they are told, acknowledged, shelved, and get a note. */
import { type GalleryState, streamed } from './state.ts';

const SCENE = { channels: 2 };

export const ALARM_STATES: readonly GalleryState[] = [
  {
    name: 'shelved',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      const { raised, shelve } = t.alarms.getState();
      raised(t.board.getState().events, () => 'vibration');
      shelve(1, 3_600_000, 'oil change');
    },
  },
  {
    name: 'alarms',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.alarms.setState({ refusal: 'notifications-refused' });
    },
    press: ['Alarms'],
  },
  {
    name: 'note',
    isDialog: true,
    scene: SCENE,
    show: (t) => {
      streamed(t);
      const chosen = t.board.getState().events.at(-1);
      if (chosen) t.view.getState().jumpTo(chosen);
    },
    press: ['Chosen 1 ▾', 'Write a note…'],
  },
];

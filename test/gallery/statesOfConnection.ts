/** From the start to a board that is lost: header, notices, and what stands where the signal would. */
import { NO_SKETCH } from '../../src/analysis/messages/sketchMessages.ts';
import type { FaultCode } from '../../src/board/fault.ts';
import { OPTION_WORDS } from '../../src/ui/signal/optionWords.ts';
import { NOW_MS } from './scene.ts';
import { connecting, type GalleryState, SERIAL, streamed } from './state.ts';

const LIVE = { scene: { channels: 2 } };

const FAULTS: readonly FaultCode[] = [
  'busy',
  'busy-here',
  'gone',
  'forbidden',
  'virtual-failed',
  'no-answer',
  'refused',
  'unreadable',
  'write-failed',
  'worker-died',
];

export const CONNECTION_STATES: readonly GalleryState[] = [
  { name: 'start' },
  {
    name: 'unsupported',
    serialFault: { code: 'unsupported', detail: '' },
  },
  { name: 'insecure', serialFault: { code: 'insecure', detail: '' } },
  { name: 'asking', show: (t) => connecting(t, { phase: 'asking' }) },
  { name: 'opening', show: (t) => connecting(t, { phase: 'opening' }) },
  { name: 'handshaking', show: (t) => connecting(t, { phase: 'handshaking' }) },
  {
    name: 'port-busy',
    show: (t) => {
      const fault = { code: 'busy', detail: 'Failed to open serial port.' } as const;
      connecting(t, { phase: 'busy', fault });
    },
  },
  {
    name: 'failed',
    show: (t) => connecting(t, { phase: 'failed', fault: { code: 'gone', detail: '' } }),
  },
  {
    name: 'nothing-heard',
    show: (t) => connecting(t, { phase: 'silent', kind: 'foreign', hint: 'silent' }),
  },
  {
    name: 'not-understood',
    show: (t) => {
      connecting(t, { phase: 'silent', kind: 'foreign', hint: 'garbage' });
      t.view.getState().chooseLowerTab('console');
    },
  },
  {
    name: 'lines-not-understood',
    show: (t) => {
      connecting(t, { phase: 'silent', kind: 'foreign' });
      const newest = ['Reading sensor…', 'Sensor not found', 'Trying again'].map((text) => ({
        text,
        reason: 'words' as const,
      }));
      const unread = { count: 57, newest, insteadSinceMs: NOW_MS - 6000 };
      t.board.setState({ sketch: { ...NO_SKETCH, unread } });
    },
  },
  {
    name: 'newer-firmware',
    show: (t) => connecting(t, { phase: 'silent', kind: 'foreign', hint: 'newer-firmware' }),
  },
  { name: 'at-prompt', show: (t) => connecting(t, { phase: 'streaming', kind: 'repl' }) },
  {
    name: 'program-ended',
    ...LIVE,
    show: (t) =>
      streamed(t, {
        connection: {
          phase: 'silent',
          programEnd: { error: "OSError: [Errno 19] ENODEV: sensor 'mpu6050' not found on I2C(0)" },
        },
      }),
  },
  {
    name: 'learning',
    scene: { channels: 2, learning: true },
    show: (t) => streamed(t, { learning: true }),
  },
  { name: 'streaming', ...LIVE, show: (t) => streamed(t) },
  {
    name: 'silent',
    ...LIVE,
    show: (t) =>
      streamed(t, { connection: { phase: 'silent' }, health: { sinceLastSampleMs: 4200 } }),
  },
  {
    name: 'reconnecting',
    ...LIVE,
    show: (t) => streamed(t, { connection: { phase: 'reconnecting', lostAtMs: NOW_MS } }),
  },
  {
    name: 'boards-alike',
    ...LIVE,
    show: (t) =>
      streamed(t, {
        connection: {
          phase: 'reconnecting',
          lostAtMs: NOW_MS,
          choices: [0, 1, 2].map((id) => ({ id, key: { usbVendorId: 0x2e8a, usbProductId: 5 } })),
        },
      }),
  },
  {
    name: 'lost',
    ...LIVE,
    show: (t) =>
      streamed(t, {
        connection: { phase: 'lost', lostAtMs: NOW_MS, fault: { code: 'lost', detail: '' } },
      }),
  },
  {
    name: 'virtual',
    ...LIVE,
    show: (t) => streamed(t, { source: { kind: 'virtual' } }),
  },
  {
    name: 'virtual-pump',
    ...LIVE,
    show: (t) => streamed(t, { source: { kind: 'virtual', machine: 'pump' } }),
  },
  {
    name: 'foreign',
    ...LIVE,
    show: (t) => {
      streamed(t, { connection: { kind: 'foreign', identity: null }, health: { lost: 17 } });
      t.tuning.getState().boardHas(null);
    },
  },
  {
    name: 'line-trouble',
    ...LIVE,
    show: (t) =>
      streamed(t, {
        health: {
          lost: 1234,
          invalidLines: 88,
          invalidValues: 7,
          lineErrors: { breaks: 1, framing: 3, overruns: 4, parity: 5 },
          signalsRefused: true,
        },
      }),
  },
  ...FAULTS.map(
    (code): GalleryState => ({
      name: `notice-${code}`,
      ...LIVE,
      show: (t) => {
        streamed(t);
        t.notices.getState().reportFault({ code, detail: 'what the machine said' });
      },
    }),
  ),
  {
    name: 'notices-many',
    ...LIVE,
    show: (t) => {
      streamed(t, { source: SERIAL });
      const { reportDone, reportFault, reportUpdate } = t.notices.getState();
      reportUpdate(() => undefined);
      reportDone(OPTION_WORDS.givenUp);
      reportFault({ code: 'refused', detail: '' }, 'bound: must be 0.5 to 20');
    },
  },
];

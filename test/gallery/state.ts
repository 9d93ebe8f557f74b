/** What a state of the gallery is made of. */

import { NOT_CONNECTED } from '../../src/analysis/messages/connectionState.ts';
import type { Channel, Health } from '../../src/analysis/messages/findings.ts';
import type { Fault } from '../../src/board/fault.ts';
import type { Source } from '../../src/board/source.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import type { BoardState } from '../../src/state/boardStore.ts';
import type { Tidemark } from '../../src/state/tidemark.ts';
import { anEvent, eventCounts, HEALTHY, streaming } from '../state/world.ts';
import { FIT, LEARNING_FIT, NOW_MS, type Scene } from './scene.ts';

export interface GalleryState {
  /** As in the address: `learning`. */
  readonly name: string;
  readonly scene?: Scene;
  /** Why serial ports cannot be used here. */
  readonly serialFault?: Fault;
  /** Brings the page's stores into the state. */
  readonly show?: (tidemark: Tidemark) => void | Promise<void>;
  /** What it shows lies over the page, and is loaded then: it is waited for. */
  readonly isDialog?: true;
  /** Names of buttons, tabs and choices to press after that, in order. */
  readonly press?: readonly string[];
}

export const SERIAL: Source = {
  kind: 'serial',
  port: { usbVendorId: 0x2e8a, usbProductId: 5, nth: 0 },
  baudRate: 115_200,
};

const CHANNELS: readonly Channel[] = [
  { name: 'vibration', unit: 'g' },
  { name: 'temp', unit: 'degC' },
];

/** A connection in some phase; nothing was seen yet. */
export function connecting(
  tidemark: Tidemark,
  connection: Partial<BoardState['connection']>,
  source: Source = SERIAL,
): void {
  tidemark.board.setState({ source, connection: { ...NOT_CONNECTED, session: 1, ...connection } });
}

interface Streamed {
  readonly channels?: readonly Channel[];
  readonly learning?: boolean;
  readonly events?: number;
  readonly health?: Partial<Health>;
  readonly connection?: Partial<BoardState['connection']>;
  readonly source?: Source;
}

/** A board of ours whose samples come in. */
export function streamed(tidemark: Tidemark, told: Streamed = {}): void {
  const { channels = CHANNELS, learning = false, events = 4, source = SERIAL } = told;
  const { type: _type, ...connection } = streaming(1);
  tidemark.board.getState().receive({ type: 'channels', session: 1, channels });
  tidemark.board.setState({
    source,
    connection: { ...connection, ...told.connection },
    health: { ...HEALTHY, samples: 12_034, ...told.health },
    fits: new Map(channels.map((_, channel) => [channel, learning ? LEARNING_FIT : FIT])),
    events: learning
      ? []
      : Array.from({ length: Math.min(events, 1000) }, (_, i) =>
          anEvent(i, {
            channel: i % channels.length,
            fromMs: NOW_MS - 1000 * (events - i),
            toMs: NOW_MS - 1000 * (events - i) + 400,
            by: (['both', 'browser', 'board'] as const)[i % 3] ?? 'both',
            collective: i % 4 === 3,
          }),
        ),
    eventCounts: eventCounts(learning ? 0 : events),
  });
  tidemark.tuning.getState().boardHas(DEFAULT_PARAMETERS);
}

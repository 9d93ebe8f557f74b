/** The page's state without a worker behind it: what the worker would say comes from the scene. */
import type { AnalysisClient } from '../../src/analysis/client/client.ts';
import type { ConsoleLine } from '../../src/analysis/messages/calls.ts';
import type { Tidemark } from '../../src/state/tidemark.ts';
import { createWorld } from '../state/world.ts';
import { viewOf } from './scene.ts';
import type { GalleryState } from './state.ts';
import { SEASON, whyOf } from './why.ts';

const FITS = [
  { megabytes: 100, samples: 2_500_000 },
  { megabytes: 300, samples: 10_000_000 },
  { megabytes: 600, samples: 20_000_000 },
];
/** Between two views of the same. */
const STILL_MS = 500;

const STATISTICS = {
  count: 1234,
  min: -1.5,
  max: 2.5,
  mean: 0.25,
  sigma: 0.75,
  outliers: 3,
};

export async function galleryTidemark(state: GalleryState): Promise<Tidemark> {
  const world = createWorld({ serialFault: state.serialFault ?? null });
  const scene = state.scene ?? { channels: 0 };
  let last = '';
  let times = 0;
  const client: AnalysisClient = {
    ...world.tidemark.client,
    view: async (range, widthPx) => {
      const asked = JSON.stringify([range, widthPx]);
      times = asked === last ? times + 1 : 1;
      // What stands still is not drawn sixty times a second. React's strict mode begins each feed twice.
      if (times > 2) await new Promise((resolve) => setTimeout(resolve, STILL_MS));
      last = asked;
      return { kind: 'view', view: viewOf(scene, range, widthPx) };
    },
    why: async () => ({ kind: 'done', result: scene.cause ? whyOf(scene.cause) : null }),
    season: async () => ({ kind: 'done', result: scene.season ? SEASON : null }),
    measure: async (fromMs, toMs) => ({
      kind: 'done',
      result: {
        fromMs,
        toMs,
        rawFromMs: null,
        channels: Array.from({ length: scene.channels }, () => ({
          statistics: STATISTICS,
          atFrom: 1,
          atTo: 1.5,
        })),
      },
    }),
    consolePage: async (after) => ({
      kind: 'done',
      result: { lines: after === 0 ? CONSOLE : [], cursor: CONSOLE.length, skipped: 0 },
    }),
  };
  const tidemark = { ...world.tidemark, client };
  await state.show?.(tidemark);
  const { health } = tidemark.board.getState();
  if (health) {
    const retention = { ...health.retention, fits: FITS };
    tidemark.board.setState({ health: { ...health, retention } });
  }
  return tidemark;
}

const CONSOLE: readonly ConsoleLine[] = Array.from({ length: 60 }, (_, id) => {
  if (id % 9 === 8) return { id, direction: 'out', text: '?params', note: null };
  if (id % 20 === 19)
    return {
      id,
      direction: 'in',
      text: 'w'.repeat(400),
      note: { kind: 'dropped', why: 'malformed' },
    };
  return { id, direction: 'in', text: `S,${id},${20 * id},0.${id}12,41.3*7${id % 10}`, note: null };
});

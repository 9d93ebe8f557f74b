/** Samples and plots written to files: what the export menu and the commands do. */
import type { ExportRange } from '../../analysis/messages/fileMessages.ts';
import { LAUNCH_WORDS } from '../launchWords.ts';
import { isolated } from '../OutsideText.tsx';
import type { PictureName } from '../plot/plotOffers.ts';
import { usePlotting } from '../plot/plotting.ts';
import { sourceName } from '../sourceName.ts';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import { exportSamples } from './exportSamples.ts';
import { EXPORT_WORDS } from './exportWords.ts';
import { openFileSink } from './fileSink.ts';
import type { PlotFormat, PlotOutcome } from './plotExports.ts';

const FILE_NAMES: Readonly<Record<PictureName, string>> = {
  signal: 'tidemark-signal',
  fit: 'tidemark-weibull',
};

export interface FileExports {
  readonly allSamples: () => void;
  readonly visibleSamples: () => void;
  readonly plot: (name: PictureName, format: PlotFormat) => void;
}

export function useFileExports(): FileExports {
  const { board, client, exports, notices, tuning } = useTidemark();
  const plotting = usePlotting();
  const source = useBoard(sourceName);

  const say = (outcome: PlotOutcome): void => {
    if (outcome !== null) notices.getState().reportDone(outcome);
  };

  async function samples(range: ExportRange | null): Promise<void> {
    if (!range) {
      say(EXPORT_WORDS.notYet);
      return;
    }
    const name = `tidemark-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.csv`;
    const opened = await openFileSink(name);
    if (!opened.ok && opened.reason === 'cancelled') return;
    await exports
      .getState()
      .run(name, async (signal, onShare) =>
        opened.ok
          ? exportSamples(client.files.exportSamples(range), opened.sink, signal, onShare)
          : { kind: 'failed', detail: opened.detail },
      );
  }

  function visibleRange(): ExportRange | null {
    const shown = plotting?.feed.latest();
    return shown ? { kind: 'between', fromMs: shown.fromMs, toMs: shown.toMs } : null;
  }

  /** What makes the files is loaded with the first one. */
  async function plot(name: PictureName, format: PlotFormat): Promise<void> {
    if (board.getState().channels.length === 0) {
      say(EXPORT_WORDS.notYet);
      return;
    }
    const files = await import('./plotExports.ts').catch(() => null);
    if (!files) {
      say(LAUNCH_WORDS.notLoaded);
      return;
    }
    // Only now: the signal has moved on meanwhile, and the words must fit the picture.
    const plots = plotting?.offers.of(name) ?? [];
    const judgedBy = { ...tuning.getState(), channels: board.getState().channels };
    say(await files.exportPlots(FILE_NAMES[name], format, plots, isolated(source), judgedBy));
  }

  return {
    allSamples: () => void samples({ kind: 'all' }),
    visibleSamples: () => void samples(visibleRange()),
    plot: (name, format) => void plot(name, format),
  };
}

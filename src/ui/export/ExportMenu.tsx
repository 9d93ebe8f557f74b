import { Button, Popover } from '@mantine/core';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import type { ExportRange } from '../../analysis/messages/fileMessages.ts';
import { LAUNCH_WORDS } from '../launchWords.ts';
import { isolated } from '../OutsideText.tsx';
import { onDemand, useEver } from '../onDemand.tsx';
import type { PictureName } from '../plot/plotOffers.ts';
import { usePlotting } from '../plot/plotting.ts';
import { useMakeReport } from '../report/useMakeReport.ts';
import { REPORT_WORDS } from '../report/words.ts';
import { useCopyLink } from '../share/useCopyLink.ts';
import { SHARE_WORDS } from '../share/words.ts';
import { SKETCH_WORDS } from '../sketch/sketchWords.ts';
import { sourceName } from '../sourceName.ts';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import styles from './export.module.css';
import { exportSamples } from './exportSamples.ts';
import { EXPORT_WORDS } from './exportWords.ts';
import { MEMORY_LIMIT_BYTES, openFileSink, writesToDisk } from './fileSink.ts';
import type { PlotFormat, PlotOutcome } from './plotExports.ts';

const ParametersDialog = onDemand(
  async () => (await import('./ParametersDialog.tsx')).ParametersDialog,
);

const LIMIT_MB = Math.round(MEMORY_LIMIT_BYTES / 1e6);
const FILE_NAMES: Readonly<Record<PictureName, string>> = {
  signal: 'tidemark-signal',
  fit: 'tidemark-weibull',
};

/** Samples, plots and parameters as files. */
export function ExportMenu(): ReactNode {
  const { board, client, exports, notices, tuning, view } = useTidemark();
  const plotting = usePlotting();
  const source = useBoard(sourceName);
  const makeReport = useMakeReport();
  const copyLink = useCopyLink();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const [parametersShown, showParameters] = useState(false);
  const showedParameters = useEver(parametersShown);
  const menuButton = useRef<HTMLButtonElement>(null);
  const openParameters = (): void => {
    // The choice goes with its menu: the focus must come back to something that stays.
    menuButton.current?.focus();
    showParameters(true);
  };

  const openShare = (): void => {
    menuButton.current?.focus();
    view.getState().showOverlay('share');
  };

  const openSketch = (): void => {
    menuButton.current?.focus();
    view.getState().showOverlay('sketch');
  };

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

  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <Button
            ref={menuButton}
            size="compact-sm"
            variant="default"
            onClick={() => setOpened(!opened)}
          >
            {EXPORT_WORDS.export}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={EXPORT_WORDS.export} className={styles.menu ?? ''}>
          <Choices
            title={EXPORT_WORDS.samples}
            note={writesToDisk() ? '' : EXPORT_WORDS.atMost(LIMIT_MB)}
            choices={[
              [EXPORT_WORDS.visible, () => void samples(visibleRange())],
              [EXPORT_WORDS.all, () => void samples({ kind: 'all' })],
            ]}
            onChosen={close}
          />
          <Choices
            title={EXPORT_WORDS.signalPlot}
            choices={[
              [EXPORT_WORDS.signalSvg, () => void plot('signal', 'svg')],
              [EXPORT_WORDS.signalPng, () => void plot('signal', 'png')],
            ]}
            onChosen={close}
          />
          <Choices
            title={EXPORT_WORDS.fitPlot}
            choices={[
              [EXPORT_WORDS.fitSvg, () => void plot('fit', 'svg')],
              [EXPORT_WORDS.fitPng, () => void plot('fit', 'png')],
            ]}
            onChosen={close}
          />
          <Choices
            title={REPORT_WORDS.title}
            note={REPORT_WORDS.note}
            choices={[[REPORT_WORDS.choice, makeReport]]}
            onChosen={close}
          />
          <Choices
            title={SHARE_WORDS.title}
            note={SHARE_WORDS.note}
            choices={[
              [SHARE_WORDS.copyLink, copyLink],
              [SHARE_WORDS.choice, openShare],
            ]}
            onChosen={close}
          />
          <Choices
            title={EXPORT_WORDS.others}
            choices={[
              [EXPORT_WORDS.parameters, openParameters],
              [SKETCH_WORDS.choice, openSketch],
            ]}
            onChosen={close}
          />
        </Popover.Dropdown>
      </Popover>
      <Suspense fallback={null}>
        {showedParameters && (
          <ParametersDialog opened={parametersShown} onClose={() => showParameters(false)} />
        )}
      </Suspense>
    </>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly note?: string;
  readonly choices: readonly (readonly [name: string, choose: () => void])[];
  readonly onChosen: () => void;
}

function Choices({ title, note = '', choices, onChosen }: ChoicesProps): ReactNode {
  return (
    <div className={styles.choices}>
      <h2 className={styles.heading}>{title}</h2>
      {note !== '' && <p className={styles.limit}>{note}</p>}
      <div className={styles.buttons}>
        {choices.map(([name, choose]) => (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            onClick={() => {
              onChosen();
              choose();
            }}
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

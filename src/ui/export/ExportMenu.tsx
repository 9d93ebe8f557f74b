import { Button, Popover } from '@mantine/core';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import type { ExportRange } from '../../analysis/messages/fileMessages.ts';
import { isolated } from '../OutsideText.tsx';
import { NOT_LOADED, onDemand, useEver } from '../onDemand.tsx';
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
const NOT_YET = 'There is nothing to export yet: wait for the first samples.';

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
      say(NOT_YET);
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
      say(NOT_YET);
      return;
    }
    const files = await import('./plotExports.ts').catch(() => null);
    if (!files) {
      say(NOT_LOADED);
      return;
    }
    // Only now: the signal has moved on meanwhile, and the words must fit the picture.
    const plots = plotting?.offers.of(name) ?? [];
    const { browser } = tuning.getState();
    say(await files.exportPlots(FILE_NAMES[name], format, plots, isolated(source), browser));
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
            Export
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Export" className={styles.menu ?? ''}>
          <Choices
            title="Samples with their verdicts, CSV"
            note={writesToDisk() ? '' : `At most ${LIMIT_MB} MB in this browser.`}
            choices={[
              ['Visible range', () => void samples(visibleRange())],
              ['All samples', () => void samples({ kind: 'all' })],
            ]}
            onChosen={close}
          />
          <Choices
            title="Signal plot"
            choices={[
              ['Signal as SVG', () => void plot('signal', 'svg')],
              ['Signal as PNG', () => void plot('signal', 'png')],
            ]}
            onChosen={close}
          />
          <Choices
            title="Weibull plot"
            choices={[
              ['Weibull as SVG', () => void plot('fit', 'svg')],
              ['Weibull as PNG', () => void plot('fit', 'png')],
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
            title="For other programs"
            choices={[
              ['Parameters…', openParameters],
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

import { Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ExportRange } from '../../analysis/fileMessages.ts';
import type { BoardState } from '../../state/boardStore.ts';
import { useViewFeed } from '../signal/viewFeedContext.ts';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import styles from './export.module.css';
import { exportSamples } from './exportSamples.ts';
import { MEMORY_LIMIT_BYTES, openFileSink, writesToDisk } from './fileSink.ts';
import { ParametersDialog } from './ParametersDialog.tsx';
import {
  downloadSignalPng,
  downloadSignalSvg,
  downloadWeibullPng,
  downloadWeibullSvg,
  type PlotOutcome,
  type SignalFacts,
  type WeibullFacts,
} from './plotExports.ts';

const LIMIT_MB = Math.round(MEMORY_LIMIT_BYTES / 1e6);
const NOT_YET = 'There is nothing to export yet: wait for the first samples.';

/** Samples, plots and parameters as files. */
export function ExportMenu(): ReactNode {
  const { board, client, exports, notices, tuning, view } = useTidemark();
  const feed = useViewFeed();
  const source = useBoard(sourceName);
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const [parametersShown, showParameters] = useState(false);

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
          ? exportSamples(client.files.export(range), opened.sink, signal, onShare)
          : { kind: 'failed', detail: opened.detail },
      );
  }

  function visibleRange(): ExportRange | null {
    const shown = feed?.latest();
    return shown ? { kind: 'between', fromMs: shown.fromMs, toMs: shown.toMs } : null;
  }

  function signalFacts(): SignalFacts | null {
    const shown = feed?.latest();
    const { hidden } = view.getState();
    const drawn = board
      .getState()
      .channels.flatMap((channel, index) => (hidden.has(index) ? [] : [{ channel, index }]));
    if (!shown || shown.channels.length === 0 || drawn.length === 0) return null;
    return { source, view: shown, drawn, parameters: tuning.getState().browser };
  }

  /** Of the first visible channel that has one. */
  function weibullFacts(): WeibullFacts | null {
    const { channels, fits } = board.getState();
    const { hidden } = view.getState();
    for (const [index, fit] of fits) {
      if (hidden.has(index)) continue;
      return { source, fit, channel: channels[index], parameters: tuning.getState().browser };
    }
    return null;
  }

  function withFacts<Facts>(facts: Facts | null, use: (facts: Facts) => unknown): void {
    if (facts === null) say(NOT_YET);
    else use(facts);
  }

  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <Button size="compact-sm" variant="default" onClick={() => setOpened(!opened)}>
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
              ['Signal as SVG', () => withFacts(signalFacts(), downloadSignalSvg)],
              [
                'Signal as PNG',
                () => withFacts(signalFacts(), (facts) => void downloadSignalPng(facts).then(say)),
              ],
            ]}
            onChosen={close}
          />
          <Choices
            title="Weibull plot"
            choices={[
              ['Weibull as SVG', () => withFacts(weibullFacts(), downloadWeibullSvg)],
              [
                'Weibull as PNG',
                () =>
                  withFacts(weibullFacts(), (facts) => void downloadWeibullPng(facts).then(say)),
              ],
            ]}
            onChosen={close}
          />
          <Choices
            title="For other programs"
            choices={[['Parameters…', () => showParameters(true)]]}
            onChosen={close}
          />
        </Popover.Dropdown>
      </Popover>
      <ParametersDialog opened={parametersShown} onClose={() => showParameters(false)} />
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

/** Whose samples they are, for a title. */
function sourceName({ connection, source }: BoardState): string {
  if (source?.kind === 'replay') return source.title;
  return connection.identity?.board || (source?.kind === 'virtual' ? 'Virtual board' : 'Board');
}

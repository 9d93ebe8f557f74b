import { Button, Popover } from '@mantine/core';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import type { Overlay } from '../../state/viewStore.ts';
import { onDemand, useEver } from '../onDemand.tsx';
import { useMakeReport } from '../report/useMakeReport.ts';
import { REPORT_WORDS } from '../report/words.ts';
import { useCopyLink } from '../share/useCopyLink.ts';
import { SHARE_WORDS } from '../share/words.ts';
import { SKETCH_WORDS } from '../sketch/sketchWords.ts';
import { useTidemark, useView } from '../tidemarkContext.ts';
import styles from './export.module.css';
import { EXPORT_WORDS } from './exportWords.ts';
import { MEMORY_LIMIT_BYTES, writesToDisk } from './fileSink.ts';
import { useFileExports } from './useFileExports.ts';

const ParametersDialog = onDemand(
  async () => (await import('./ParametersDialog.tsx')).ParametersDialog,
);

const LIMIT_MB = Math.round(MEMORY_LIMIT_BYTES / 1e6);
/** Samples, plots and parameters as files. */
export function ExportMenu(): ReactNode {
  const { view } = useTidemark();
  const { showOverlay } = view.getState();
  const { allSamples, visibleSamples, plot } = useFileExports();
  const makeReport = useMakeReport();
  const copyLink = useCopyLink();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const parametersShown = useView((state) => state.overlay === 'parameters');
  const showedParameters = useEver(parametersShown);
  const menuButton = useRef<HTMLButtonElement>(null);
  /** The choice goes with its menu: the focus must come back to something that stays. */
  const opening = (overlay: Overlay) => (): void => {
    menuButton.current?.focus();
    showOverlay(overlay);
  };

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
              [EXPORT_WORDS.visible, visibleSamples],
              [EXPORT_WORDS.all, allSamples],
            ]}
            onChosen={close}
          />
          <Choices
            title={EXPORT_WORDS.signalPlot}
            choices={[
              [EXPORT_WORDS.signalSvg, () => plot('signal', 'svg')],
              [EXPORT_WORDS.signalPng, () => plot('signal', 'png')],
            ]}
            onChosen={close}
          />
          <Choices
            title={EXPORT_WORDS.fitPlot}
            choices={[
              [EXPORT_WORDS.fitSvg, () => plot('fit', 'svg')],
              [EXPORT_WORDS.fitPng, () => plot('fit', 'png')],
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
              [SHARE_WORDS.choice, opening('share')],
            ]}
            onChosen={close}
          />
          <Choices
            title={EXPORT_WORDS.others}
            choices={[
              [EXPORT_WORDS.parameters, opening('parameters')],
              [SKETCH_WORDS.choice, opening('sketch')],
            ]}
            onChosen={close}
          />
        </Popover.Dropdown>
      </Popover>
      <Suspense fallback={null}>
        {showedParameters && (
          <ParametersDialog opened={parametersShown} onClose={() => showOverlay(null)} />
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

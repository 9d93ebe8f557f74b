import { Portal } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import { chosenAmong } from '../../state/viewStore.ts';
import { NameDialog } from '../classes/NameDialog.tsx';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { downloadText } from '../download.ts';
import {
  useAlarms,
  useBoard,
  useList,
  useRecordings,
  useTidemark,
  useView,
} from '../tidemarkContext.ts';
import { AnomalyTable } from './AnomalyTable.tsx';
import styles from './anomalyList.module.css';
import { ANOMALY_WORDS } from './anomalyWords.ts';
import { aloneWords, givenUpWords, judgedBeforeWords } from './eventWords.ts';
import { ActMenu, FilterMenu } from './ListTools.tsx';
import { isFiltering } from './listedEvents.ts';
import { NoAnomaly } from './NoAnomaly.tsx';
import { useListed } from './useListed.ts';

interface AnomalyListProps {
  readonly download?: typeof downloadText;
  /** Where its buttons stand; null until it is on the page. */
  readonly beside: HTMLElement | null;
}

/** One row per event, the newest first; a row jumps to its event, and can be named. */
export function AnomalyList({ download = downloadText, beside }: AnomalyListProps): ReactNode {
  const { client, notices } = useTidemark();
  const known = useBoard((state) => state.events.length);
  const counts = useBoard((state) => state.eventCounts);
  const rawFromMs = useBoard((state) => state.health?.retention.rawFromMs ?? null);
  const isRecorded = useRecordings(
    ({ recording, replay }) => recording.phase === 'recording' || replay !== null,
  );
  const book = useAlarms((state) => state.book);
  const filter = useList((state) => state.filter);
  const markedIds = useList((state) => state.marked);
  const listed = useListed();
  const marked = useMemo(
    () => (markedIds.size === 0 ? [] : listed.filter(({ id }) => markedIds.has(id))),
    [listed, markedIds],
  );
  const chosen = useView((state) => state.chosen);
  /** Without marked rows the act is for the one that Why tells of: it looks chosen. */
  const meant = useMemo(() => {
    const told = marked.length > 0 ? undefined : chosenAmong(listed, chosen);
    return told ? [told] : marked;
  }, [listed, marked, chosen]);
  /** Those that a name is chosen for. */
  const [naming, setNaming] = useState<readonly AnomalyEvent[] | null>(null);
  const nameOne = useCallback(
    (event: AnomalyEvent) => setNaming(marked.includes(event) ? marked : [event]),
    [marked],
  );
  const isFiltered = isFiltering(filter);
  const missing = givenUpWords(counts, isRecorded);
  const waiting = counts.total - counts.givenUp - counts.alone - known;
  const notes = [
    isFiltered ? ANOMALY_WORDS.passing(listed.length, known) : null,
    missing,
    waiting > 0 ? ANOMALY_WORDS.waiting(waiting) : null,
    judgedBeforeWords(counts, rawFromMs),
    aloneWords(counts),
  ].filter((note) => note !== null);

  async function exportListed(): Promise<void> {
    const ids = isFiltered ? listed.map(({ id }) => id) : null;
    const reply = await client.files.exportEvents({ ids, book });
    if (reply.kind === 'failed') {
      notices.getState().reportFault(reply.fault);
      return;
    }
    download('tidemark-anomalies.csv', 'text/csv', reply.result);
    if (missing) notices.getState().reportDone(ANOMALY_WORDS.exportedNewest(missing));
  }

  return (
    <div className={styles.panel}>
      {beside && (
        <Portal target={beside}>
          <FilterMenu />
          <ActMenu meant={meant} onName={setNaming} />
          <ReasonedButton
            size="compact-sm"
            variant="default"
            reason={listed.length === 0 ? ANOMALY_WORDS.nothingToExport : null}
            hint={isFiltered ? ANOMALY_WORDS.exportPassing : ANOMALY_WORDS.exportAll}
            onClick={() => void exportListed()}
          >
            {ANOMALY_WORDS.export}
          </ReasonedButton>
        </Portal>
      )}
      {notes.length > 0 && <p className={styles.notes}>{notes.join(' ')}</p>}
      {known === 0 && <NoAnomaly />}
      {known > 0 && isFiltered && listed.length === 0 && (
        <p className={styles.none}>{ANOMALY_WORDS.nonePasses}</p>
      )}
      {listed.length > 0 && <AnomalyTable events={listed} onName={nameOne} />}
      {naming && <NameDialog events={naming} onClose={() => setNaming(null)} />}
    </div>
  );
}

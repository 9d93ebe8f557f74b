import { Button } from '@mantine/core';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { downloadText } from '../download.ts';
import { formatCount } from '../format.ts';
import { useAlarms, useBoard, useRecordings, useTidemark } from '../tidemarkContext.ts';
import { AnomalyRow } from './AnomalyRow.tsx';
import styles from './anomalies.module.css';
import { aloneWords, givenUpWords, judgedBeforeWords } from './eventWords.ts';
import { NoAnomaly } from './NoAnomaly.tsx';

const ROWS_AT_ONCE = 30;

interface AnomalyListProps {
  readonly download?: typeof downloadText;
}

/** One row per event, the newest first; a row jumps to its event, and can be labelled. */
export function AnomalyList({ download = downloadText }: AnomalyListProps): ReactNode {
  const { client, notices } = useTidemark();
  // While a slider moves, the rows may lag behind: the slider must not.
  const events = useDeferredValue(useBoard((state) => state.events));
  const book = useAlarms((state) => state.book);
  const counts = useBoard((state) => state.eventCounts);
  const rawFromMs = useBoard((state) => state.health?.retention.rawFromMs ?? null);
  const isRecorded = useRecordings(
    ({ recording, replay }) => recording.phase === 'recording' || replay !== null,
  );
  const channels = useBoard((state) => state.channels);
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const newest = events.slice(-rows).reverse();
  const older = events.length - newest.length;
  const unlisted = counts.total - counts.givenUp - events.length;
  const missing = givenUpWords(counts, isRecorded);
  const notes = [missing, judgedBeforeWords(counts, rawFromMs), aloneWords(counts)].filter(
    (note) => note !== null,
  );

  async function exportAll(): Promise<void> {
    const reply = await client.files.exportEvents({ ids: null, book });
    if (reply.kind === 'failed') {
      notices.getState().reportFault(reply.fault);
      return;
    }
    download('tidemark-anomalies.csv', 'text/csv', reply.result);
    if (missing) notices.getState().reportDone(`Exported the newest ones. ${missing}`);
  }

  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <ReasonedButton
          size="compact-sm"
          variant="default"
          reason={events.length === 0 ? 'There is nothing to export yet.' : null}
          hint="Save all events that are kept as a CSV file, with exact values"
          onClick={() => void exportAll()}
        >
          Export
        </ReasonedButton>
      </div>
      {notes.length > 0 && <p className={styles.notes}>{notes.join(' ')}</p>}
      {newest.length === 0 ? (
        <NoAnomaly />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={styles.scroll} aria-label="List of anomalies" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Channel</th>
                <th scope="col">Peak</th>
                <th scope="col">Deviation</th>
                <th scope="col" title="How seldom a block of samples reaches as far">
                  Rarity
                </th>
                <th scope="col">Outliers</th>
                <th scope="col">Kind</th>
                <th scope="col">Seen by</th>
                <th scope="col" title="Tick the true anomalies: scores and suggestions use them">
                  True?
                </th>
              </tr>
            </thead>
            <tbody>
              {newest.map((event) => (
                <AnomalyRow key={event.id} event={event} channel={channels[event.channel]} />
              ))}
            </tbody>
          </table>
          {older === 0 && unlisted > 0 && (
            <p className={styles.none}>
              {formatCount(unlisted)} older ones are in the export, not in this list.
            </p>
          )}
          {older > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => setRows(rows + ROWS_AT_ONCE)}>
              Show more ({formatCount(older)} older)
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

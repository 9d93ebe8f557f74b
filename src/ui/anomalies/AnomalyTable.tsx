import { useMediaQuery } from '@mantine/hooks';
import {
  Fragment,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { noteOn, shelfAt } from '../../alarms/alarmBook.ts';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import type { ForestName } from '../../analysis/messages/namingMessages.ts';
import { labelOn } from '../../detector/labelOn.ts';
import { EVENT_KINDS, type SortKey } from '../../state/listStore.ts';
import { chosenAmong } from '../../state/viewStore.ts';
import { periodMsOf } from '../causeWords.ts';
import { givenName, type Said } from '../classes/givenNames.ts';
import { useKnownClasses } from '../classes/useKnownClasses.ts';
import { TERM_WORDS, TERMS } from '../terms.ts';
import {
  useAlarms,
  useBoard,
  useForest,
  useLabels,
  useList,
  useTidemark,
  useView,
} from '../tidemarkContext.ts';
import { AnomalyRow, NEWS_MS } from './AnomalyRow.tsx';
import styles from './anomalyTable.module.css';
import { ANOMALY_WORDS, COLUMN_WORDS } from './anomalyWords.ts';
import { drawnRows, rowWindow, scrollTo } from './rowWindow.ts';
import { rowAfterKey, useListActs } from './useListActs.ts';

/** As the style sheet has them. */
const ROW_PX = 26;
const CARD_PX = 120;
/** Where nothing is laid out (tests). */
const HEIGHT_PX = 600;

interface AnomalyTableProps {
  readonly events: readonly AnomalyEvent[];
  /** A name is to be chosen for an event, or for all that are marked when it is one of them. */
  readonly onName: (event: AnomalyEvent) => void;
}

/** Every event has a row; those in sight are drawn. */
export function AnomalyTable({ events, onName }: AnomalyTableProps): ReactNode {
  const scroll = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState({ scrollTop: 0, heightPx: HEIGHT_PX });
  const [active, setActive] = useState<number | null>(null);
  /** The keys ask for it in sight; a finger has it under itself, and the page goes to the signal. */
  const wantsFocus = useRef<'by-key' | 'by-click' | null>(null);
  const rowPx = useMediaQuery('(max-width: 700px)') ? CARD_PX : ROW_PX;
  const channels = useBoard((state) => state.channels);
  const marked = useList((state) => state.marked);
  const chosen = useView((state) => state.chosen);
  const latched = useAlarms((state) => state.latch.alarms);
  const isNew = useMemo(() => new Set(latched.map(({ id }) => id)), [latched]);
  const book = useAlarms((state) => state.book);
  const labels = useLabels((state) => state.labels);
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const classes = useKnownClasses();
  const forestNames = useForest((state) => state.names);
  const boardNames = useBoard((state) => state.boardNames);
  const acts = useListActs(events, classes);
  const { view } = useTidemark();
  const { first, end } = rowWindow(events.length, rowPx, seen.scrollTop, seen.heightPx);
  const activeRow = active === null ? 0 : Math.max(0, acts.rowOf(active));
  const drawn = drawnRows({ first, end }, activeRow);
  const chosenId = chosenAmong(events.slice(first, end), chosen)?.id ?? null;

  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const look = (): void =>
      setSeen({ scrollTop: element.scrollTop, heightPx: element.clientHeight || HEIGHT_PX });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, []);

  // What is new stands above: what the person looks at stays where it is, and so does what the keys are on.
  const before = useRef(events);
  useLayoutEffect(() => {
    const element = scroll.current;
    const wasTop = before.current[0];
    before.current = events;
    if (!element || !wasTop) return;
    const hasKeys = element.querySelector('tbody')?.contains(document.activeElement);
    // As it was told last: to ask the element for it has the browser lay out the page at each news.
    if (seen.scrollTop === 0 && !hasKeys) return;
    const moved = acts.rowOf(wasTop.id);
    if (moved > 0) element.scrollTop += moved * rowPx;
  }, [events, acts, rowPx, seen.scrollTop]);

  // An event that was chosen elsewhere (N, P, the header) comes into sight, and the Tab key leads to it.
  useEffect(
    () =>
      view.subscribe((now, earlier) => {
        const element = scroll.current;
        if (!element || !now.chosen || now.chosen === earlier.chosen) return;
        const event = chosenAmong(events, now.chosen);
        if (!event) return;
        bringIntoSight(element, acts.rowOf(event.id), rowPx);
        setActive(event.id);
      }),
    [view, events, acts, rowPx],
  );

  useEffect(() => {
    if (!wantsFocus.current) return;
    const preventScroll = wantsFocus.current === 'by-click';
    wantsFocus.current = null;
    const button = scroll.current?.querySelector<HTMLElement>(`[data-row="${activeRow}"] button`);
    button?.focus({ preventScroll });
  });

  const classOf = (its: string | null | undefined) =>
    classes.find(({ name }) => name === its) ?? null;
  const nameOf = (channel: number) => channels[channel]?.name ?? ANOMALY_WORDS.channel(channel + 1);

  /** A click leads the keys to that row. */
  const take = useCallback((id: number): void => {
    setActive(id);
    wantsFocus.current = 'by-click';
  }, []);

  function goTo(row: number): void {
    const event = events[row];
    const element = scroll.current;
    if (!event || !element) return;
    bringIntoSight(element, row, rowPx);
    setSeen({ scrollTop: element.scrollTop, heightPx: element.clientHeight || HEIGHT_PX });
    setActive(event.id);
    wantsFocus.current = 'by-key';
  }

  return (
    <section
      ref={scroll}
      className={styles.scroll}
      aria-label={ANOMALY_WORDS.list}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setSeen({ scrollTop, heightPx: clientHeight || HEIGHT_PX })
      }
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are gone through by keys, and chosen
        role="grid"
        aria-label={ANOMALY_WORDS.anomalies}
        aria-multiselectable="true"
        aria-rowcount={events.length + 1}
        className={styles.table}
        onKeyDown={(event) => {
          const pageRows = Math.max(1, Math.floor(seen.heightPx / rowPx) - 1);
          const from = rowOfElement(event.target) ?? activeRow;
          const row = rowAfterKey(event.key, from, events.length, pageRows);
          if (row !== null) {
            goTo(row);
            acts.moved(from, row, event.shiftKey);
          } else if (!acts.pressed(event, from)) return;
          event.preventDefault();
        }}
      >
        <Head />
        <tbody>
          {drawn.map((row, at) => {
            const event = events[row];
            if (!event) return null;
            const given = givenName(
              saidBy(forestNames.get(event.id)),
              boardNames.get(event.id) ?? null,
            );
            return (
              <Fragment key={event.id}>
                <Undrawn rows={row - (drawn[at - 1] ?? -1) - 1} rowPx={rowPx} />
                <AnomalyRow
                  event={event}
                  channel={channels[event.channel]}
                  row={row}
                  isActive={row === activeRow}
                  isChosen={event.id === chosenId}
                  isMarked={marked.has(event.id)}
                  isNew={isNew.has(event.id)}
                  isLone={isLone(events, row)}
                  named={classOf(labelOn(labels, event)?.name)}
                  given={given}
                  givenLook={classOf(given?.name)}
                  note={noteOn(book, event)}
                  shelved={shelfAt(book, event.channel, event.fromMs)?.reason ?? null}
                  odd={event.odd === null ? null : nameOf(event.odd)}
                  periodMs={periodMs}
                  onName={onName}
                  onPress={acts.clicked}
                  onActive={take}
                />
              </Fragment>
            );
          })}
          <Undrawn rows={events.length - (drawn.at(-1) ?? -1) - 1} rowPx={rowPx} />
        </tbody>
      </table>
    </section>
  );
}

/** The height of rows that are out of sight. */
function Undrawn({ rows, rowPx }: { readonly rows: number; readonly rowPx: number }): ReactNode {
  return rows > 0 && <tr style={{ height: rows * rowPx }} />;
}

const saidBy = (forest: ForestName | undefined): Said | null =>
  forest ? { name: forest.name, share: forest.confidence } : null;

/** Whether those beside an event are not of the same moment. */
function isLone(events: readonly AnomalyEvent[], row: number): boolean {
  const beside = [events[row - 1], events[row + 1]];
  const moment = events[row]?.fromMs ?? 0;
  return beside.every((other) => !other || Math.abs(other.toMs - moment) > NEWS_MS);
}

function bringIntoSight(element: HTMLElement, row: number, rowPx: number): void {
  const head = element.querySelector('thead')?.clientHeight ?? 0;
  const seen = { scrollTop: element.scrollTop, heightPx: element.clientHeight - head };
  element.scrollTop = scrollTo(row, rowPx, seen);
}

/** What each kind is. */
const kindTitle = (): string =>
  EVENT_KINDS.map((kind) => `${TERM_WORDS[kind]}: ${TERMS[kind]}`).join('\n');

interface Column {
  readonly word: string;
  readonly sorts?: SortKey;
  readonly title?: string;
}

const columns = (): readonly Column[] => [
  { word: COLUMN_WORDS.time, sorts: 'time' },
  { word: COLUMN_WORDS.channel, sorts: 'channel' },
  { word: COLUMN_WORDS.peak },
  { word: COLUMN_WORDS.deviation, sorts: 'deviation' },
  { word: COLUMN_WORDS.rarity, title: COLUMN_WORDS.rarityHint },
  { word: COLUMN_WORDS.outliers, sorts: 'outliers' },
  { word: COLUMN_WORDS.kind, title: kindTitle() },
  { word: COLUMN_WORDS.seenBy },
  { word: COLUMN_WORDS.class, title: COLUMN_WORDS.classHint },
];

function Head(): ReactNode {
  const sort = useList((state) => state.sort);
  const sortBy = useList((state) => state.sortBy);
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns().map(({ word, sorts, title }) => {
          const isSorted = sorts === sort.key;
          return (
            <th
              key={word}
              scope="col"
              title={title}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {sorts ? (
                <button type="button" className={styles.sort} onClick={() => sortBy(sorts)}>
                  {word} <span aria-hidden="true">{isSorted && (sort.descending ? '▾' : '▴')}</span>
                </button>
              ) : (
                word
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The row that an element stands in: a screen reader puts the focus where it likes. */
function rowOfElement(element: EventTarget): number | null {
  const row = element instanceof Element ? element.closest<HTMLElement>('tr[data-row]') : null;
  return row ? Number(row.dataset.row) : null;
}

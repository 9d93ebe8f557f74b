import type { ReactNode } from 'react';
import type { Health } from '../../analysis/messages/findings.ts';
import { counted, formatCount, formatRate } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { replayWords, statusTone, statusWords } from '../statusWords.ts';
import { useBoard, useRecordings } from '../tidemarkContext.ts';
import { unreadWords } from '../unreadWords.ts';
import styles from './header.module.css';

/** Words first; then the board and its counters. */
export function StatusLine(): ReactNode {
  const connection = useBoard((state) => state.connection);
  const source = useBoard((state) => state.source);
  const health = useBoard((state) => state.health);
  const fits = useBoard((state) => state.fits);
  const sketch = useBoard((state) => state.sketch);
  const notUnderstood = unreadWords(sketch)?.count ?? 0;
  const { phase, identity, kind } = connection;
  const replay = useRecordings((state) => state.replay?.replay ?? null);
  const sinceLastSampleMs = health?.sinceLastSampleMs ?? null;
  const words =
    source?.kind === 'replay' && phase === 'streaming' && replay
      ? replayWords(replay)
      : statusWords({ ...connection, sinceLastSampleMs, fits, notUnderstood });
  const name =
    identity?.board ??
    (source?.kind === 'virtual' ? 'virtual board' : boardWord(connection.hint ? null : kind));

  return (
    <div className={styles.status}>
      <div className={styles.state}>
        <span className={styles.words} title={words}>
          <span
            className={styles[connection.hint || notUnderstood > 0 ? 'waiting' : statusTone(phase)]}
            aria-hidden="true"
          >
            ●
          </span>{' '}
          <span role="status">{words}</span>
        </span>
        {source && name !== '' && (
          <span className={styles.board} title={identity ? `id ${identity.id}` : name}>
            <OutsideText>{name}</OutsideText>
          </span>
        )}
      </div>
      <div className={styles.figures}>{health && <Figures health={health} />}</div>
    </div>
  );
}

/** The counters, those that are always there first. */
function Figures({ health }: { readonly health: Health }): ReactNode {
  const { rateHz, samples, lost, invalidLines, invalidValues } = health;
  return (
    <>
      <span title={`${rateHz} Hz, by the board’s clock`}>
        {rateHz > 0 ? formatRate(rateHz) : '– Hz'}
      </span>
      <span>{counted(samples, 'sample')}</span>
      <span className={lost > 0 ? styles.notable : undefined}>{formatCount(lost)} lost</span>
      {invalidLines > 0 && (
        <span
          className={styles.notable}
          title="Lines dropped: wrong sum, too long, or not understood"
        >
          {counted(invalidLines, 'invalid line')}
        </span>
      )}
      {invalidValues > 0 && (
        <span className={styles.notable} title="Not finite numbers: shown as gaps">
          {counted(invalidValues, 'invalid value')}
        </span>
      )}
      <LineFaults health={health} />
    </>
  );
}

/** In the order of the screen: what it is called, and what it means. */
const LINE_ERRORS = [
  ['overruns', 'overrun', 'The browser read too slowly; reading went on'],
  [
    'framing',
    'framing error',
    'A byte without its end: noise, or another baud rate; reading went on',
  ],
  ['parity', 'parity error', 'A byte that was changed on its way; reading went on'],
  ['breaks', 'break', 'The line was held low: a reset or a loose wire; reading went on'],
] as const;

/** What the serial line itself went through; nothing as long as all is well. */
function LineFaults({ health }: { readonly health: Health }): ReactNode {
  const { lineErrors } = health;
  return (
    <>
      {LINE_ERRORS.map(
        ([name, word, meaning]) =>
          lineErrors[name] > 0 && (
            <span key={name} className={styles.notable} title={meaning}>
              {counted(lineErrors[name], word)}
            </span>
          ),
      )}
      {health.signalsRefused && (
        <span title="The driver would not raise DTR; some boards keep quiet without it">
          DTR refused
        </span>
      )}
    </>
  );
}

function boardWord(kind: 'tidemark' | 'foreign' | 'repl' | null): string {
  switch (kind) {
    case 'tidemark':
    case null:
      return '';
    case 'foreign':
      return 'other sketch';
    case 'repl':
      return 'MicroPython prompt';
    default:
      return kind satisfies never;
  }
}

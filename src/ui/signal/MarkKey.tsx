import type { ReactNode } from 'react';
import styles from './signal.module.css';
import { MARK_WORDS } from './signalWords.ts';

type Mark = keyof typeof MARK_WORDS;

/** What stands at single samples, and the causes that last. */
const BRIEF: readonly Mark[] = ['browser', 'board', 'alarm', 'drift', 'rhythm'];
const WHOLE: readonly Mark[] = [
  'browser',
  'board',
  'alarm',
  'collective',
  'drift',
  'rhythm',
  'limits',
  'gap',
];

/** What the marks on the plot mean; `isWhole`: the spans and the shading that say it in the plot, too. */
export function MarkKey({ isWhole = false }: { readonly isWhole?: boolean }): ReactNode {
  return (
    <span className={styles.markKey}>
      {(isWhole ? WHOLE : BRIEF).map((mark) => (
        <span key={mark} className={styles.mark}>
          {SIGNS[mark]}
          {MARK_WORDS[mark]}
        </span>
      ))}
    </span>
  );
}

const SIGNS: Readonly<Record<Mark, ReactNode>> = {
  browser: (
    <svg width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="7" r="3.5" fill="var(--plot-browser)" />
    </svg>
  ),
  board: (
    <svg width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--plot-board)" strokeWidth="1.75" />
    </svg>
  ),
  alarm: (
    <svg width="12" height="14" aria-hidden="true">
      <path d="M1.5 1v12M1.5 1l9 4-9 4z" fill="var(--plot-alarm)" stroke="var(--plot-alarm)" />
    </svg>
  ),
  collective: <SpanSign fill="var(--plot-collective)" edge="var(--plot-collective-edge)" isBelow />,
  drift: <SpanSign fill="var(--plot-drift)" edge="var(--plot-drift-edge)" />,
  rhythm: (
    <svg width="20" height="14" aria-hidden="true">
      <rect x="1" y="9" width="18" height="4" fill="var(--plot-rhythm-edge)" />
    </svg>
  ),
  limits: (
    <svg width="20" height="14" aria-hidden="true">
      <rect x="1" y="2" width="18" height="10" fill="var(--plot-band)" />
      <path d="M1 2h18M1 12h18" stroke="var(--plot-band-edge)" />
    </svg>
  ),
  gap: (
    <svg width="20" height="14" aria-hidden="true">
      <path
        d="M1 9l8-8M1 13L13 1M5 13L17 1M9 13L19 3M13 13l6-6"
        stroke="var(--plot-gap)"
        strokeWidth="1.5"
      />
    </svg>
  ),
};

/** A shaded stretch with its bracket, on the side where the plot has it. */
function SpanSign(props: {
  readonly fill: string;
  readonly edge: string;
  readonly isBelow?: boolean;
}): ReactNode {
  return (
    <svg width="20" height="14" aria-hidden="true">
      <rect x="1" y="1" width="18" height="12" fill={props.fill} />
      <path
        d={props.isBelow ? 'M1 8v4h18V8' : 'M1 6V2h18v4'}
        fill="none"
        stroke={props.edge}
        strokeWidth="1.5"
      />
    </svg>
  );
}

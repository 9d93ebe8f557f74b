/** What a report is made from. */
import type { AlarmBook } from '../../alarms/alarmBook.ts';
import type { Label } from '../../analysis/messages/studyMessages.ts';
import type { Span } from '../../analysis/messages/viewMessages.ts';
import type { BoardState } from '../../state/boardStore.ts';
import type { TuningState } from '../../state/tuningStore.ts';

export interface ReportState {
  readonly board: BoardState;
  readonly tuning: Pick<TuningState, 'browser' | 'browserOwn' | 'board'>;
  readonly book: AlarmBook;
  readonly labels: readonly Label[];
  readonly range: Span;
  readonly nowMs: number;
  /** SVG elements; null where nothing is shown. */
  readonly drawings: { readonly signal: string | null; readonly fit: string | null };
}

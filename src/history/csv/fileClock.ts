/**
 * The clock of a file: what its rows tell, as board time that never goes back and the wall clock. A
 * repeated or slightly earlier time is one told late; midnight and the end of summer time go on.
 */
import { LATEST_MS } from '../../protocol/hostLine.ts';
import { DAY_MS } from './dateTime.ts';
import { type CsvPlan, EPOCH_FROM_MS } from './importPlan.ts';
import type { SampleLines } from './sampleLines.ts';
import { isOfCalendar } from './timeCell.ts';

const HOUR_MS = 3_600_000;
/** Rows this far before the one above came late; or so many steps. */
const LATE_MS = 60_000;
const LATE_STEPS = 10;
/** Summer time ends among rows that follow closely: only then an hour back can be told from a late row. */
const MOST_SUMMER_STEP_MS = HOUR_MS / 2;
/** A step this much longer than the others has samples missing in it. */
const LEAST_HOLE_STEPS = 1.8;

/** A row's time as its cells tell it. */
export interface ToldTime {
  readonly ms: number;
  readonly hasDay: boolean;
  readonly hasZone: boolean;
}

export interface FileClock {
  /** Board time and wall clock of the newest row, ms. */
  boardMs: number;
  wallMs: number;
  /** Times are of a calendar. */
  isCalendar: boolean;
  begun: boolean;
  /** Takes the next row's time; why the row cannot be in time, else null. */
  follow(told: ToldTime, ownBaseMs: number | null): 'time' | 'backwards' | null;
  /** Board time begins anew, at this wall clock. */
  begin(baseMs: number): void;
  /** Board time as it was written, where it says the same: it is shorter than the difference. */
  prefer(boardMs: number): void;
  /** A row was left out. */
  leaveOut(): void;
}

export function createFileClock(
  plan: Pick<CsvPlan, 'time' | 'evenMs' | 'startMs' | 'zoneMinutes'>,
  lines: Pick<SampleLines, 'lose' | 'restart'>,
): FileClock {
  const { time, evenMs } = plan;
  const isText = time.kind === 'column' && time.unit === 'date';
  const isOfDays = time.kind === 'column' && isOfCalendar(time.unit);
  /** Wall clock of board time 0, whole ms: the board clock finds this very number again. */
  let baseMs = 0;
  /** What the file calls board time 0. */
  let zeroMs = 0;
  let firstMs = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  let stepMs = 1;
  let leftOutSince = 0;
  /** Midnights since the first row, where rows tell no day. */
  let midnightsMs = 0;
  /** Hours that came again. */
  let summerMs = 0;

  const isLate = (backMs: number) => backMs <= Math.max(LATE_MS, LATE_STEPS * stepMs);

  function isSummerEnd(backMs: number): boolean {
    const expectedMs = HOUR_MS - stepMs;
    return stepMs <= MOST_SUMMER_STEP_MS && Math.abs(backMs - expectedMs) <= Math.max(stepMs, 2000);
  }

  /** Wall clock of the first row's zero, where the file tells times of day only. */
  function midnightMs(): number {
    const zoneMs = plan.zoneMinutes * 60_000;
    return Math.floor((plan.startMs + zoneMs) / DAY_MS) * DAY_MS - zoneMs;
  }

  /** A hole in evenly timed rows: what was left out in it is counted already. */
  function loseUntold(): void {
    if (evenMs === null) return;
    const steps = stepMs / evenMs;
    const untold = Math.round(steps) - 1 - leftOutSince;
    if (steps > LEAST_HOLE_STEPS && untold > 0) lines.lose(untold);
  }

  const clock: FileClock = {
    boardMs: 0,
    wallMs: 0,
    isCalendar: false,
    begun: false,
    follow(told, ownBaseMs) {
      let { ms } = told;
      if (!Number.isFinite(ms) || Math.abs(ms) > LATEST_MS) return 'time';
      const isCalendar = isText ? told.hasDay : isOfDays || ms >= EPOCH_FROM_MS;
      const isClock = isText && !told.hasDay;
      if (isClock) ms += midnightsMs;
      if (isText && !told.hasZone) ms += summerMs;
      if (clock.begun && ms < lastMs) {
        const backMs = lastMs - ms;
        if (isClock && backMs > DAY_MS / 2) {
          midnightsMs += DAY_MS;
          ms += DAY_MS;
        } else if (isText && !told.hasZone && isSummerEnd(backMs)) {
          summerMs += HOUR_MS;
          ms += HOUR_MS;
        } else if (isLate(backMs) && (isCalendar || isClock)) ms = lastMs;
        else if (isCalendar || isClock) return 'backwards';
        else if (ms > firstMs && backMs <= LATE_STEPS * stepMs) ms = lastMs;
      }
      if (clock.begun && ms >= lastMs) {
        if (ms > lastMs) {
          stepMs = ms - lastMs;
          loseUntold();
        }
      } else {
        zeroMs = Math.min(0, Math.floor(ms));
        firstMs = ms;
        if (isCalendar) zeroMs = baseMs = ownBaseMs ?? Math.floor(ms);
        else if (clock.begun) {
          // A logger that was switched off and on: its clock begins anew, the wall clock goes on.
          baseMs = Math.ceil(clock.wallMs + stepMs - (ms - zeroMs));
          lines.restart();
        } else if (isClock) {
          zeroMs = Math.floor(ms);
          baseMs = midnightMs() + zeroMs;
        } else baseMs = Math.floor(plan.startMs);
      }
      clock.begun = true;
      clock.isCalendar = isCalendar;
      lastMs = ms;
      leftOutSince = 0;
      clock.boardMs = ms - zeroMs;
      clock.wallMs = isCalendar ? ms : baseMs + clock.boardMs;
      return null;
    },
    begin(newBaseMs) {
      lines.restart();
      zeroMs = baseMs = newBaseMs;
    },
    prefer(boardMs) {
      if (boardMs + baseMs === clock.wallMs) clock.boardMs = boardMs;
    },
    leaveOut() {
      leftOutSince++;
      if (clock.begun) lines.lose(1);
    },
  };
  return clock;
}

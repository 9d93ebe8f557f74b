/** What is to come from a board that streams, and by when: samples, and its parameters. */

/** Silent: no sample for this long, or for five periods if that is longer. */
const SILENT_AFTER_MS = 2000;
const SILENT_PERIODS = 5;
/** Parameters follow a hello at once; those that did not are asked for. */
const PARAMETERS_WITHIN_MS = 1000;
const PARAMETERS_AGAIN_MS = 5000;

export interface Expectations {
  /** A board is there: the first sample is waited for from now on. */
  begin(): void;
  /** Another board is about to be opened. */
  forget(): void;
  sampled(arrivalMs: number): void;
  /** Time since the last sample; null before the first. */
  sinceLastSampleMs(): number | null;
  isSilent(): boolean;
  /** The board has said hello: its parameters follow, or were said not to be known. */
  expectParameters(): void;
  parametersCame(periodMs: number): void;
  /** Whether to ask for them, now. */
  parametersOverdue(): boolean;
  /** Samples come at this spacing. */
  paced(periodMs: number): void;
  /** They are not expected any more: the link is gone. */
  giveUpParameters(): void;
}

export function createExpectations(nowMs: () => number): Expectations {
  let lastSampleMs: number | null = null;
  let waitingSinceMs = 0;
  let periodMs = 0;
  let parametersDueMs: number | null = null;
  return {
    begin() {
      waitingSinceMs = nowMs();
    },
    forget() {
      lastSampleMs = null;
    },
    sampled(arrivalMs) {
      lastSampleMs = arrivalMs;
      waitingSinceMs = arrivalMs;
    },
    sinceLastSampleMs: () => (lastSampleMs === null ? null : Math.max(0, nowMs() - lastSampleMs)),
    isSilent: () => nowMs() - waitingSinceMs > Math.max(SILENT_AFTER_MS, SILENT_PERIODS * periodMs),
    expectParameters() {
      parametersDueMs ??= nowMs() + PARAMETERS_WITHIN_MS;
    },
    parametersCame(itsPeriodMs) {
      periodMs = itsPeriodMs;
      parametersDueMs = null;
    },
    paced(itsPeriodMs) {
      periodMs = itsPeriodMs;
    },
    parametersOverdue() {
      if (parametersDueMs === null || nowMs() < parametersDueMs) return false;
      parametersDueMs = nowMs() + PARAMETERS_AGAIN_MS;
      return true;
    },
    giveUpParameters() {
      parametersDueMs = null;
    },
  };
}

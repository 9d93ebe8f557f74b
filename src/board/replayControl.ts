/** How a recording is played back, in words that can be sent between page and worker. */
export type ReplayPace = 1 | 10 | 100 | 'at-once';

export type ReplayControl =
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  /** One sample more. */
  | { readonly kind: 'step' }
  | { readonly kind: 'pace'; readonly pace: ReplayPace }
  /** Everything up to this recorded time at once. Only forwards: what was judged stays judged. */
  | { readonly kind: 'skip'; readonly toMs: number };

/** Times are host times as they were recorded, ms since the epoch. */
export interface ReplayState {
  readonly fromMs: number;
  readonly toMs: number;
  /** Of the newest line that was played. */
  readonly positionMs: number;
  readonly playing: boolean;
  readonly pace: ReplayPace;
  /** The last line was played. */
  readonly ended: boolean;
}

/** How a replay begins. */
export interface ReplayStart {
  readonly playing: boolean;
  readonly pace: ReplayPace;
  /** Everything up to here at once; null = from the beginning. */
  readonly skipToMs: number | null;
}

export interface ReplayPlayer {
  state(): ReplayState;
  control(control: ReplayControl): void;
}

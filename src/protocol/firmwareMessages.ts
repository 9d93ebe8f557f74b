/** What boards that run our firmware say in lines other than samples: types, and what they may name. */
import type { ChannelParameters } from '../detector/channelParameters.ts';
import type { Cause } from '../detector/detector.ts';
import type { ConvertedParameter } from '../detector/olderParameters.ts';
import type { Parameters } from '../detector/parameters.ts';

/** What a build of the firmware can judge and name, beside the level of single samples. */
export const BOARD_ABILITIES = ['drift', 'rhythm', 'season', 'model'] as const;
export type BoardAbility = (typeof BOARD_ABILITIES)[number];

/** Who a board says it is; what it left out is empty. */
export interface Hello {
  readonly board: string;
  /** Hex, unlike any other board's. */
  readonly id: string;
  readonly sensor: string;
  readonly version: string;
  readonly channels: readonly { readonly name: string; readonly unit: string }[];
  /** Bits of the numbers that it computes with. */
  readonly float: 30 | 32 | 64;
  /** Whether it has saved parameters. */
  readonly saved: boolean;
  /** Of the detector on it; a board that does not say has rules 2. */
  readonly rules: number;
  /** Those of `BOARD_ABILITIES` that it names. */
  readonly can: readonly BoardAbility[];
  /** The largest N that it has memory for; null when it does not say. */
  readonly most: number | null;
  /** Hash of the forest on it; null without one. */
  readonly model: string | null;
  /** Samples that it left out since it started; null when it does not say. */
  readonly skipped: number | null;
  /** The longest that a sample may take for its fits, in ms; null when it does not say. */
  readonly fitsMs: number | null;
}

/** Every line but samples. Channels count from 0; times are the board's. */
export type FirmwareMessage =
  | { readonly type: 'hello'; readonly hello: Hello }
  | ({ readonly type: 'parameters' } & ReadParameters)
  /** What one channel has of its own: all of it. */
  | {
      readonly type: 'own-parameters';
      readonly channel: number;
      readonly own: ChannelParameters;
    }
  | {
      readonly type: 'verdict';
      readonly seq: number;
      readonly timeMs: number;
      readonly channel: number;
      readonly outlier: boolean;
      readonly alarm: boolean;
      readonly collective: boolean;
      /** F(d) of the sample's deviation, 0..1. */
      readonly probability: number;
      /** Of the alarm. */
      readonly cause: Cause;
    }
  /** What a watcher judged against what, with its alarm: in the channel's unit, or in samples. */
  | {
      readonly type: 'watched';
      readonly seq: number;
      readonly channel: number;
      readonly cause: 'drift' | 'rhythm';
      readonly value: number;
      readonly center: number;
      readonly limit: number;
    }
  | {
      readonly type: 'fit';
      readonly seq: number;
      readonly channel: number;
      /** κ; Infinity when all maxima are equal, and then r2 is NaN. */
      readonly shape: number;
      /** λ, in standard deviations. */
      readonly scale: number;
      readonly r2: number;
      /** The signal's, in its unit, as `sigma`. */
      readonly mean: number;
      readonly sigma: number;
    }
  /** What the forest on the board calls an event that is over. */
  | {
      readonly type: 'named';
      /** Of its alarm. */
      readonly seq: number;
      readonly channel: number;
      /** Null: the share is too small for a name. */
      readonly name: string | null;
      /** Of the trees, for the class that most are for; 0..1. */
      readonly share: number;
    }
  /** Which model is on the board; null: none. */
  | { readonly type: 'model'; readonly hash: string | null }
  | { readonly type: 'reply'; readonly id: string; readonly reply: Reply }
  /** `skipped`: samples left out since the board started, where the line says so. */
  | { readonly type: 'log'; readonly words: string; readonly skipped: number | null }
  /** A type of line that this page does not know: of a newer board, and no fault. */
  | { readonly type: 'unknown' };

export interface ReadParameters {
  readonly parameters: Parameters;
  /** What meant something else under rules 2; null when they are of the present rules. */
  readonly converted: readonly ConvertedParameter[] | null;
}

/** What a board says of one of its samples. */
export type VerdictMessage = Extract<FirmwareMessage, { type: 'verdict' }>;
export type NamedMessage = Extract<FirmwareMessage, { type: 'named' }>;
export type WatchedMessage = Extract<FirmwareMessage, { type: 'watched' }>;

/** `code` is of the table in firmware/README.md; `parameter` is empty when it is about none. */
export type Reply =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly parameter: string;
      readonly words: string;
    };

/** How alarms leave the page: what the browser offers, behind one small interface. */

/** Why the browser does not do what a switch asks for. */
export type OutletRefusal =
  | 'no-sound'
  | 'sound-refused'
  | 'no-notifications'
  | 'notifications-refused'
  | 'no-wake-lock'
  | 'wake-lock-refused';

export interface AlarmOutlets {
  /** In the title and on the icon: how many are new. */
  count(alarms: number): void;
  /** Two tones. */
  sound(): void;
  /** A notification of the system; one takes the place of the last. */
  notify(sentence: string): void;
  /** Asks for whatever a switch needs. Null when it works; else why it does not. */
  prepare(outlet: 'sound' | 'notification'): Promise<OutletRefusal | null>;
  /** Keeps the screen on from here on, or no longer. Null when it does; else why not. */
  keepAwake(on: boolean): Promise<OutletRefusal | null>;
}

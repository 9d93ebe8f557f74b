/** All words of the presenter view. */
export const PRESENTER_WORDS = {
  region: 'Presenter view',
  command: 'Presenter view',
  leave: 'Leave',
  leaveHint: 'Back to all panels',
  live: 'Back to live',
  liveHint: 'The signal stands still',
  last: 'Last anomaly',
  chosen: 'Chosen anomaly',
  none: 'No anomaly so far.',
  /** @param by `browser + board` */
  seenBy: (by: string) => `seen by ${by}`,
  fit: 'Weibull fit',
  disturb: 'Disturb the machine',
  notRunning: 'The virtual board is not running.',
  /** For the sheet of keys. */
  keys: {
    area: 'In the presenter view',
    disturb: 'Disturb the virtual machine, as its buttons say',
    live: 'Back to live',
    leave: 'Back to all panels',
  },
} as const;

/** What is said of opening the page anew, and of files that it is opened with. */

export const RECORDING_FIRST =
  'A session is being recorded, here or in another tab: end it, then load the newer version.';
export const NOT_LAUNCHED = 'The file could not be read: it is gone, or may not be opened.';

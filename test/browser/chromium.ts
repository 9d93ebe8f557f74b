/** The browser of these tests: Debian's Chromium, without a screen and without a network. */

export const CHROMIUM_PATH = '/usr/bin/chromium';

export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where the built app is served, and the page of the link contract. */
export const APP_ORIGIN = 'http://localhost:4173';
export const CONTRACT_ORIGIN = 'http://localhost:4174';

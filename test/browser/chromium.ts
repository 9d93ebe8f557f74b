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

/** Another port, and the two after it, for a second working copy tested at the same time. */
export const APP_PORT = Number(process.env.TIDEMARK_TEST_PORT ?? 4173);
export const CONTRACT_PORT = APP_PORT + 1;
export const GALLERY_PORT = APP_PORT + 2;

/** Where the built app is served, and the page of the link contract. */
export const APP_ORIGIN = `http://localhost:${APP_PORT}`;
export const CONTRACT_ORIGIN = `http://localhost:${CONTRACT_PORT}`;
export const GALLERY_ORIGIN = `http://localhost:${GALLERY_PORT}`;

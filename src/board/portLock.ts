/**
 * Which ports the tabs of this page hold, by way of Web Locks, which end with the tab or worker that
 * holds them. A lock says only that a port with these USB ids is open in some tab: several tabs may
 * have several boards alike, so it never keeps anybody from opening.
 */
import type { PortKey } from './source.ts';

type UsbIds = Omit<PortKey, 'nth'>;

/**
 * Notes that a port with these ids is open here.
 *
 * @returns a function that takes the note back.
 */
export function holdPortLock(ids: UsbIds): () => void {
  if (!hasLocks()) return () => undefined;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // A browser that refuses locks here (an opaque origin) tells nobody anything: no harm is done.
  navigator.locks.request(nameOf(ids), { mode: 'shared' }, () => held).catch(() => undefined);
  return release;
}

/** Whether a tab of ours holds a port with these ids; ask only while this one holds none. */
export async function isHeldByOurTab(ids: UsbIds): Promise<boolean> {
  if (!hasLocks()) return false;
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === nameOf(ids));
  } catch {
    return false;
  }
}

function hasLocks(): boolean {
  return 'navigator' in globalThis && 'locks' in navigator;
}

function nameOf({ usbVendorId, usbProductId }: UsbIds): string {
  return `tidemark port ${usbVendorId}:${usbProductId}`;
}

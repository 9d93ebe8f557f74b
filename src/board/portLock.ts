/**
 * Which ports the tabs of this page hold, by way of Web Locks, which end with the tab or worker that
 * holds them. A lock says only that a port with these USB ids is open in some tab, as a port has no
 * other name that two tabs could share.
 */
import { grantedAlike } from './grantedPort.ts';
import type { PortKey } from './source.ts';

type UsbIds = Omit<PortKey, 'nth'>;

/** Tells the locks of this page or worker from those of others. */
const holder = globalThis.crypto.randomUUID();

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
  navigator.locks.request(prefixOf(ids) + holder, () => held).catch(() => undefined);
  return release;
}

/** Whether another tab of ours has a port with these ids open. */
export async function isHeldByOtherTab(ids: UsbIds): Promise<boolean> {
  if (!hasLocks()) return false;
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name = '' }) => name.startsWith(prefixOf(ids)) && !name.endsWith(holder));
  } catch {
    return false;
  }
}

/**
 * Whether the port with these ids is certainly the one that another tab of ours has open, as there
 * is no other. Not every system keeps a second tab from opening it: both would get half the bytes.
 */
export async function isOnlyOtherTabs(ids: UsbIds): Promise<boolean> {
  return (await isHeldByOtherTab(ids)) && (await grantedAlike(ids)).length === 1;
}

function hasLocks(): boolean {
  return 'navigator' in globalThis && 'locks' in navigator;
}

function prefixOf({ usbVendorId, usbProductId }: UsbIds): string {
  return `tidemark port ${usbVendorId}:${usbProductId} `;
}

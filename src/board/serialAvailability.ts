import type { Fault } from './fault.ts';

/**
 * Whether this page may ask for serial ports: null when it may, else the reason. Asks for the
 * capability itself, never for a browser's name, and in the order in which a person can do
 * something about it.
 */
export function serialAvailability(): Fault | null {
  if (!globalThis.isSecureContext) {
    return { code: 'insecure', detail: 'isSecureContext is false' };
  }
  if (!hasSerial()) return { code: 'unsupported', detail: 'navigator.serial is missing' };
  if (!pageAllowsSerial()) {
    return { code: 'forbidden', detail: 'The permissions policy of the page excludes serial' };
  }
  return null;
}

/** Whether the page or the worker that calls this can list serial ports. */
export function hasSerial(): boolean {
  return 'serial' in navigator && navigator.serial !== undefined;
}

/**
 * A host may switch serial off for the page with a Permissions-Policy header. Where the browser
 * has no way to ask, `requestPort()` will say so.
 */
function pageAllowsSerial(): boolean {
  const page: unknown = Reflect.get(globalThis, 'document');
  if (typeof page !== 'object' || page === null || !('featurePolicy' in page)) return true;
  const policy = page.featurePolicy;
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy)) return true;
  if (typeof policy.allowsFeature !== 'function') return true;
  return policy.allowsFeature('serial') !== false;
}

/**
 * Granted ports by name, in the page and in a worker alike, since a port itself cannot be sent from
 * one to the other.
 */
import type { Fault } from './fault.ts';
import { hasSerial } from './serialAvailability.ts';
import type { PortKey } from './source.ts';

type UsbIds = Omit<PortKey, 'nth'>;

/** Numbers for port objects: a board that is plugged in again is a new object, with a new number. */
const identities = new WeakMap<SerialPort, number>();
let lastIdentity = 0;

/**
 * The granted port that a key names.
 *
 * @returns the port; or `gone` when it is not among the granted ones (any more), `unsupported`
 *   where there is no Web Serial, `forbidden` when a policy excludes it.
 */
export async function grantedPort(
  key: PortKey,
): Promise<{ ok: true; port: SerialPort } | { ok: false; fault: Fault }> {
  if (!hasSerial()) {
    return { ok: false, fault: { code: 'unsupported', detail: 'navigator.serial is missing' } };
  }
  try {
    const port = (await navigator.serial.getPorts()).filter((each) => matches(each, key))[key.nth];
    if (port !== undefined && port.connected !== false) return { ok: true, port };
    return { ok: false, fault: { code: 'gone', detail: 'No granted port has these USB ids' } };
  } catch (error) {
    return { ok: false, fault: { code: 'forbidden', detail: String(error) } };
  }
}

/** The granted ports with these ids that are plugged in now; empty where there can be none. */
export async function grantedAlike(ids: UsbIds): Promise<readonly SerialPort[]> {
  if (!hasSerial()) return [];
  const ports = await navigator.serial.getPorts().catch((): SerialPort[] => []);
  return ports.filter((port) => matches(port, ids) && port.connected !== false);
}

/** A number that this port object keeps and no other has. */
export function portIdentity(port: SerialPort): number {
  const known = identities.get(port);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(port, lastIdentity);
  return lastIdentity;
}

/**
 * The key of a granted port.
 *
 * @param ports all granted ports, in the order of `getPorts()`.
 */
export function portKey(port: SerialPort, ports: readonly SerialPort[]): PortKey {
  const ids = idsOf(port);
  const alike = ports.filter((each) => matches(each, ids));
  return { ...ids, nth: Math.max(0, alike.indexOf(port)) };
}

export function idsOf(port: SerialPort): UsbIds {
  const { usbVendorId, usbProductId } = port.getInfo();
  return { usbVendorId: usbVendorId ?? null, usbProductId: usbProductId ?? null };
}

/**
 * Tells when a granted board is plugged in or out. A burst of events comes with every plug, so the
 * listener should look at the ports again rather than believe any single one.
 *
 * @returns a function that stops listening.
 */
export function onPortsChanged(listener: () => void): () => void {
  if (!hasSerial()) return () => undefined;
  const serial = navigator.serial;
  serial.addEventListener('connect', listener);
  serial.addEventListener('disconnect', listener);
  return () => {
    serial.removeEventListener('connect', listener);
    serial.removeEventListener('disconnect', listener);
  };
}

function matches(port: SerialPort, ids: UsbIds): boolean {
  const { usbVendorId, usbProductId } = idsOf(port);
  return usbVendorId === ids.usbVendorId && usbProductId === ids.usbProductId;
}

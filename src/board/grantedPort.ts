import type { Fault } from './fault.ts';
import { hasSerial } from './serialAvailability.ts';
import type { PortKey } from './source.ts';

/**
 * The granted port that a key names: in the page and in a worker alike, since a port itself cannot
 * be sent from one to the other.
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

/**
 * The key of a granted port.
 *
 * @param ports all granted ports, in the order of `getPorts()`.
 */
export function portKey(port: SerialPort, ports: readonly SerialPort[]): PortKey {
  const { usbVendorId, usbProductId } = port.getInfo();
  const ids = { usbVendorId: usbVendorId ?? null, usbProductId: usbProductId ?? null };
  const alike = ports.filter((each) => matches(each, ids));
  return { ...ids, nth: Math.max(0, alike.indexOf(port)) };
}

function matches(port: SerialPort, ids: Omit<PortKey, 'nth'>): boolean {
  const info = port.getInfo();
  return (
    (info.usbVendorId ?? null) === ids.usbVendorId &&
    (info.usbProductId ?? null) === ids.usbProductId
  );
}

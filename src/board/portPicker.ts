/** Choosing a port: the part of Web Serial that needs the page, because it needs a click. */
import type { SearchedPort } from './boardSearch.ts';
import type { Fault } from './fault.ts';
import { grantedPort, portIdentity, portKey } from './grantedPort.ts';
import { hasSerial } from './serialAvailability.ts';
import type { PortKey, Source } from './source.ts';
import { openSerialLink } from './webSerialLink.ts';

export { serialAvailability } from './serialAvailability.ts';

export interface GrantedPort extends SearchedPort {
  readonly key: PortKey;
}

export type PickResult =
  | { readonly ok: true; readonly port: GrantedPort; readonly source: Source }
  | { readonly ok: false; readonly fault: Fault };

/**
 * The ports that the person has granted before and that are plugged in now. Empty where there are
 * none, where there is no Web Serial and where a policy forbids it: `serialAvailability()` tells
 * these apart.
 */
export async function grantedPorts(): Promise<readonly GrantedPort[]> {
  if (!hasSerial()) return [];
  const ports = await navigator.serial.getPorts().catch((): SerialPort[] => []);
  return ports.filter((port) => port.connected !== false).map((port) => described(port, ports));
}

/**
 * Shows the browser's picker; to be called from a click. Every port is offered: a list of vendors
 * would hide the boards that nobody listed.
 *
 * @param workerHasSerial what the analysis worker said of itself; without it the port is opened
 *   here and its streams are to be transferred.
 */
export async function pickPort(workerHasSerial: boolean, baudRate: number): Promise<PickResult> {
  try {
    const port = await navigator.serial.requestPort();
    const ports = await navigator.serial.getPorts();
    return await sourceOf(port, described(port, ports), workerHasSerial, baudRate);
  } catch (error) {
    return { ok: false, fault: pickFault(error) };
  }
}

/** The source for a port granted before, for a menu of known boards and for reconnecting. */
export async function sourceForGranted(
  granted: GrantedPort,
  workerHasSerial: boolean,
  baudRate: number,
): Promise<PickResult> {
  if (workerHasSerial) return inWorker(granted, baudRate);
  const found = await grantedPort(granted.key);
  return found.ok ? await sourceOf(found.port, granted, workerHasSerial, baudRate) : found;
}

/** The worker looks for the port itself, and says so when it is gone. */
function inWorker(granted: GrantedPort, baudRate: number): PickResult {
  return { ok: true, port: granted, source: { kind: 'serial', port: granted.key, baudRate } };
}

async function sourceOf(
  port: SerialPort,
  granted: GrantedPort,
  workerHasSerial: boolean,
  baudRate: number,
): Promise<PickResult> {
  if (workerHasSerial) return inWorker(granted, baudRate);
  // The page keeps the link, so that a read error is survived here, and hands on its two ends.
  const opened = await openSerialLink(port, { baudRate });
  if (!opened.ok) return opened;
  const { link } = opened;
  const writable = new WritableStream<Uint8Array>({
    write: (bytes) => link.write(bytes),
    close: () => link.close(),
    abort: () => link.close(),
  });
  return {
    ok: true,
    port: granted,
    source: { kind: 'streams', port: granted.key, baudRate, readable: link.readable, writable },
  };
}

function described(port: SerialPort, ports: readonly SerialPort[]): GrantedPort {
  return { key: portKey(port, ports), identity: portIdentity(port) };
}

function pickFault(error: unknown): Fault {
  const detail = String(error);
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return { code: 'cancelled', detail };
  if (name === 'SecurityError') return { code: 'forbidden', detail };
  return { code: 'unsupported', detail };
}

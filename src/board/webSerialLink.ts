import type { Fault } from './fault.ts';
import { idsOf } from './grantedPort.ts';
import { raisesDtr } from './lineDiscipline.ts';
import { type Link, type LinkErrors, NO_LINK_ERRORS } from './link.ts';
import { holdPortLock, isHeldByOtherTab, isOnlyOtherTabs } from './portLock.ts';
import { linkOver } from './streamsLink.ts';

/**
 * What the browser keeps of bytes that we have not read yet. Its own default, 255 bytes, limits
 * reading to 2 MB/s; from 64 KiB on the speed no longer rises. The rest is room for a busy moment:
 * 256 KiB are 22 s at 115200 baud.
 */
const BUFFER_BYTES = 256 * 1024;

export type SerialOpenResult =
  | {
      readonly ok: true;
      readonly link: Link;
      /** What reading has recovered from so far. */
      errors(): LinkErrors;
      /** Whether the driver refused to raise DTR: some bridges do, and most boards still work. */
      readonly signalsRefused: boolean;
    }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Opens a granted port, in a worker or in the page; its signals as lineDiscipline.ts says.
 *
 * @returns a link that reads on after the four recoverable errors of Web Serial; or a fault:
 *   `busy-here` (another tab of ours has it), `busy` (held by somebody else; the browser gives no
 *   reason), `gone`, `forbidden`, or `cancelled` when `signal` was aborted meanwhile.
 */
export async function openSerialLink(
  port: SerialPort,
  { baudRate, signal }: { readonly baudRate: number; readonly signal?: AbortSignal },
): Promise<SerialOpenResult> {
  if (signal?.aborted) return cancelled();
  const ids = idsOf(port);
  if (await isOnlyOtherTabs(ids)) {
    return { ok: false, fault: { code: 'busy-here', detail: 'Open in another tab' } };
  }
  try {
    await port.open({ baudRate, bufferSize: BUFFER_BYTES });
  } catch (error) {
    const fault = openFault(error, port);
    const here = fault.code === 'busy' && (await isHeldByOtherTab(ids));
    return { ok: false, fault: here ? { ...fault, code: 'busy-here' } : fault };
  }
  const signalsRefused = raisesDtr(port.getInfo()) && !(await raiseDtr(port));
  const releaseLock = holdPortLock(ids);
  const counts = { ...NO_LINK_ERRORS };
  const link = linkOver({
    readable: () => port.readable,
    writable: () => port.writable,
    survives: (error) => {
      const counter = recoverable(error);
      if (counter !== null) counts[counter] += 1;
      return counter !== null;
    },
    release: () => port.close().finally(releaseLock),
  });
  if (signal?.aborted) {
    await link.close();
    return cancelled();
  }
  return { ok: true, link, errors: () => ({ ...counts }), signalsRefused };
}

async function raiseDtr(port: SerialPort): Promise<boolean> {
  return port.setSignals({ dataTerminalReady: true }).then(
    () => true,
    () => false,
  );
}

/** Which counter an error of reading belongs to; null when the port will not come back from it. */
function recoverable(error: unknown): keyof LinkErrors | null {
  switch (nameOf(error)) {
    case 'BufferOverrunError':
      return 'overruns';
    case 'FramingError':
      return 'framing';
    case 'ParityError':
      return 'parity';
    case 'BreakError':
      return 'breaks';
    default:
      return null;
  }
}

function openFault(error: unknown, port: SerialPort): Fault {
  const detail = String(error);
  switch (nameOf(error)) {
    case 'NotFoundError':
      return { code: 'gone', detail };
    case 'SecurityError':
      return { code: 'forbidden', detail };
    default:
      // NetworkError covers every failure of the system and gives no reason.
      return { code: port.connected === false ? 'gone' : 'busy', detail };
  }
}

function cancelled(): SerialOpenResult {
  return { ok: false, fault: { code: 'cancelled', detail: 'Closed while opening' } };
}

/** Web Serial's errors are DOMExceptions, which are not Errors everywhere. */
function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

import { grantedAlike, grantedPort, onPortsChanged, portIdentity } from '../board/grantedPort.ts';
import type { Source } from '../board/source.ts';
import { streamsLink } from '../board/streamsLink.ts';
import { openVirtualLink } from '../board/virtualLink.ts';
import { openSerialLink } from '../board/webSerialLink.ts';
import type { Links, OpenResult } from './connection/links.ts';
import { openPatiently } from './connection/patientOpening.ts';
import { createBrowserFolder } from './sessions/browserFolder.ts';
import { openReplay } from './sessions/openReplay.ts';

/** The links that can be had in the worker: whatever the page asks for. */
export const workerLinks: Links = {
  async open(source, patient) {
    switch (source.kind) {
      case 'serial': {
        const open = () => openGranted(source);
        return patient ? openPatiently(open, wait) : open();
      }
      case 'streams':
        return { ok: true, link: streamsLink(source) };
      case 'virtual':
        return openVirtualLink(source);
      case 'replay':
        return openReplay(source, createBrowserFolder());
      default:
        return source satisfies never;
    }
  },
  looksFor(source) {
    switch (source.kind) {
      case 'serial':
        return 'here';
      case 'streams':
        return 'page';
      case 'replay':
        return 'nobody';
      case 'virtual':
        // Its plug was pulled by the person, and stays out until the person plugs it in.
        return 'nobody';
      default:
        return source satisfies never;
    }
  },
  async candidates(source) {
    if (source.kind !== 'serial') return [];
    const { port: key, baudRate } = source;
    const ports = await grantedAlike(key);
    return ports.map((port) => ({
      identity: portIdentity(port),
      key,
      open: () => openPort(port, baudRate),
    }));
  },
  onPortsChanged,
};

async function openGranted({
  port,
  baudRate,
}: Extract<Source, { kind: 'serial' }>): Promise<OpenResult> {
  const found = await grantedPort(port);
  return found.ok ? openPort(found.port, baudRate) : found;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function openPort(port: SerialPort, baudRate: number): Promise<OpenResult> {
  const opened = await openSerialLink(port, { baudRate });
  return opened.ok ? { ...opened, identity: portIdentity(port) } : opened;
}

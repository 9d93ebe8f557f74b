/** Runs single cases of the link contract in Chromium, over its real Web Serial and workers. */
import { grantedPort } from '../../../src/board/grantedPort.ts';
import type { Link } from '../../../src/board/link.ts';
import { grantedPorts } from '../../../src/board/portPicker.ts';
import { openVirtualLink } from '../../../src/board/virtualLink.ts';
import { openSerialLink } from '../../../src/board/webSerialLink.ts';
import { FAR_END_CASES, LINK_CASES, type LinkRig } from '../../board/linkContract.ts';

declare global {
  interface Window {
    /** What the test process does for the page: the other end of the terminal, and the plug. */
    farSend(bytes: number[]): Promise<void>;
    farReceived(atLeast: number): Promise<number[]>;
    unplug(): Promise<void>;
    plugIn(): Promise<void>;
    runCase(link: 'serial' | 'virtual', name: string): Promise<void>;
  }
}

async function openSerial(): Promise<Link> {
  const [granted] = await grantedPorts();
  if (granted === undefined) throw new Error('no port is granted');
  const found = await grantedPort(granted.key);
  if (!found.ok) throw new Error(found.fault.detail);
  const opened = await openSerialLink(found.port, { baudRate: 115_200 });
  if (!opened.ok) throw new Error(`${opened.fault.code}: ${opened.fault.detail}`);
  return opened.link;
}

function serialRig(): LinkRig {
  let unplugged = false;
  return {
    async open() {
      if (unplugged) {
        await window.plugIn();
        while ((await grantedPorts()).length === 0) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        unplugged = false;
      }
      return openSerial();
    },
    async unplug() {
      unplugged = true;
      await window.unplug();
    },
    far: {
      send: (bytes) => window.farSend([...bytes]),
      async received(atLeast) {
        return Uint8Array.from(await window.farReceived(atLeast));
      },
    },
  };
}

function virtualRig(): LinkRig {
  let pull: (() => void) | null = null;
  return {
    async open() {
      const opened = await openVirtualLink({});
      if (!opened.ok) throw new Error(`${opened.fault.code}: ${opened.fault.detail}`);
      pull = opened.pullPlug;
      return opened.link;
    },
    async unplug() {
      pull?.();
    },
    far: null,
  };
}

window.runCase = async (link, name) => {
  const found = [...LINK_CASES, ...FAR_END_CASES].find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no case: ${name}`);
  await found.run(link === 'serial' ? serialRig() : virtualRig());
};

document.body.dataset.ready = 'true';

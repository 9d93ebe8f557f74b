import { grantedPort } from '../board/grantedPort.ts';
import type { Source } from '../board/source.ts';
import { streamsLink } from '../board/streamsLink.ts';
import { openVirtualLink } from '../board/virtualLink.ts';
import { openSerialLink } from '../board/webSerialLink.ts';
import type { OpenResult } from './boardConnection.ts';
import { createBrowserFolder } from './browserFolder.ts';
import { openReplay } from './openReplay.ts';

/** Opens whatever the page asked for, in the worker. */
export async function openLink(source: Source): Promise<OpenResult> {
  switch (source.kind) {
    case 'serial': {
      const found = await grantedPort(source.port);
      return found.ok ? openSerialLink(found.port, { baudRate: source.baudRate }) : found;
    }
    case 'streams':
      return { ok: true, link: streamsLink(source) };
    case 'virtual':
      return openVirtualLink();
    case 'replay':
      return openReplay(source, createBrowserFolder());
    default:
      return source satisfies never;
  }
}

import { grantedPort } from '../board/grantedPort.ts';
import { linesLink } from '../board/linesLink.ts';
import type { Source } from '../board/source.ts';
import { streamsLink } from '../board/streamsLink.ts';
import { openVirtualLink } from '../board/virtualLink.ts';
import { openSerialLink } from '../board/webSerialLink.ts';
import type { OpenResult } from './boardConnection.ts';

/** Opens whatever the page asked for, in the worker. */
export async function openLink(source: Source): Promise<OpenResult> {
  switch (source.kind) {
    case 'serial': {
      const found = await grantedPort(source.port);
      return found.ok ? openSerialLink(found.port, { baudRate: source.baudRate }) : found;
    }
    case 'streams':
      return { ok: true, link: streamsLink(source) };
    case 'lines':
      return { ok: true, link: linesLink(source.lines) };
    case 'virtual':
      return openVirtualLink();
    default:
      return source satisfies never;
  }
}

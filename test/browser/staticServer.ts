/** The built folder, behind a path, on a server that knows nothing but files: as from a USB stick. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface StaticServer {
  /** Of the page, with an end of `/`. */
  readonly address: string;
  /** Nobody answers any more, also not on connections that are open. */
  readonly kill: () => Promise<void>;
}

/** What any static server says of these; nothing else is set. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export async function serveFolder(folder: string, path: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname;
    const below = asked.startsWith(path)
      ? normalize(asked.slice(path.length) || 'index.html')
      : '..';
    const file = join(folder, below);
    void (below.startsWith('..') ? Promise.reject(new Error('outside')) : stat(file)).then(
      () => {
        response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'text/plain');
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${path}`,
    kill: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

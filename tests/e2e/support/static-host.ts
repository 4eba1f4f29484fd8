import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const FOLDER = '/some/folder/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** The simplest of static hosts: files under a folder, media types, no other header. */
export class StaticHost {
  root = DIST;
  readonly #server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const file = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) || 'index.html' : 'missing';
    readFile(join(this.root, file)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('the host has no address');
    return `http://127.0.0.1:${address.port}${FOLDER}`;
  }

  stop(): Promise<unknown> {
    const stopped = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    return stopped;
  }
}

/** A copy of the page as a later build would be: another document, and one file fewer. */
export async function nextVersion(): Promise<{ folder: string; dropped: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'backtab-next-'));
  await cp(DIST, folder, { recursive: true });
  const worker = await readFile(join(folder, 'service-worker.js'), 'utf8');
  const dropped = /"?url"?:\s*"(assets\/[^"]+\.(?:woff2|csv))"/.exec(worker)?.[1];
  if (!dropped) throw new Error('nothing to drop is precached');
  const entry = new RegExp(String.raw`\{[^{}]*"${dropped.replace(/[.+]/g, String.raw`\$&`)}"[^{}]*\},?`);
  const changed = worker
    .replace(entry, '')
    .replace(
      /("?revision"?:\s*")[0-9a-f]{32}("[^{}]*"index\.html")|("index\.html"[^{}]*"?revision"?:\s*")[0-9a-f]{32}(")/,
      `$1$3${'0'.repeat(32)}$2$4`,
    );
  if (changed.includes(dropped) || !changed.includes('0'.repeat(32)))
    throw new Error('the list was not changed');
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  await writeFile(join(folder, 'service-worker.js'), changed);
  await writeFile(
    join(folder, 'index.html'),
    html.replace('<title>', '<meta name="generation" content="2" /><title>'),
  );
  await rm(join(folder, dropped));
  return { folder, dropped };
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Miniflare, Response as WorkerResponse, type Request as WorkerRequest } from 'miniflare';
import { afterAll, beforeAll } from 'vitest';
import { bundle } from '../../src/tools/bundle.mjs';
import { PAGE, proxyContract, type Start } from './contract';

let folder: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-worker-'));
  await bundle({ entries: { cloudflare: 'src/proxy/cloudflare.ts' }, outDir: folder, target: 'webworker' });
  script = await readFile(join(folder, 'cloudflare.js'), 'utf8');
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** The static assets of the platform: `/` is index.html, and that name itself is redirected. */
function assets(request: WorkerRequest): WorkerResponse {
  const { pathname } = new URL(request.url);
  if (pathname === '/index.html')
    return new WorkerResponse(null, { status: 307, headers: { location: '/' } });
  const text = PAGE[pathname === '/' ? 'index.html' : pathname.slice(1)];
  return text === undefined ? new WorkerResponse(null, { status: 404 }) : new WorkerResponse(text);
}

const start: Start = async (upstream, keys) => {
  let printed = '';
  const runtime = new Miniflare({
    modules: true,
    script,
    compatibilityDate: '2026-04-01',
    bindings: keys,
    serviceBindings: { ASSETS: assets },
    outboundService: async (request: WorkerRequest) => {
      const answer = await upstream(new Request(request.url, { headers: [...request.headers] }));
      return new WorkerResponse(await answer.arrayBuffer(), {
        status: answer.status,
        headers: [...answer.headers],
      });
    },
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      for (const stream of [stdout, stderr])
        stream.on('data', (part: Buffer) => (printed += part.toString()));
    },
  });
  const url = (await runtime.ready).origin;
  return { url, logs: () => printed, close: () => runtime.dispose() };
};

proxyContract('the Workers runtime', start);

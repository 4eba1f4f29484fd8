import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SECURITY_HEADERS } from '../../src/core/headers';
import { serve, type RunningProxy } from '../../src/proxy/node';
import { PAGE, proxyContract, type Start } from './contract';

let dist: string;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'backtab-dist-'));
  for (const [file, text] of Object.entries(PAGE)) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), text);
  }
});
afterAll(() => rm(dist, { recursive: true }));

const start: Start = async (upstream, keys) => {
  const printed: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => Boolean(printed.push(String(text)))),
  );
  const fetchUpstream = async (request: Request): Promise<Response> => upstream(request);
  const proxy = await serve({ env: { PORT: '0', ...keys }, dist, parts: { fetchUpstream } });
  return {
    url: proxy.url,
    logs: () => printed.join('\n'),
    async close() {
      await proxy.close();
      for (const spy of spies) spy.mockRestore();
    },
  };
};

proxyContract('Node', start);

describe('serving on Node', () => {
  let proxy: RunningProxy;
  beforeAll(async () => {
    proxy = await serve({ env: { PORT: '0' }, dist });
  });
  afterAll(() => proxy.close());

  it('packs text with brotli for those who take it', async () => {
    const packed = await fetch(`${proxy.url}/assets/shell-0a1b2c3d.js`, {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(await packed.text()).toBe(PAGE['assets/shell-0a1b2c3d.js']);
    const plain = await fetch(`${proxy.url}/assets/shell-0a1b2c3d.js`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(PAGE['assets/shell-0a1b2c3d.js']);
  });

  it('answers 304, with the security headers, to one who has the file', async () => {
    const first = await fetch(proxy.url);
    const again = await fetch(proxy.url, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect(Object.fromEntries(again.headers)).toMatchObject(SECURITY_HEADERS);
  });

  it('names the media type of each file', async () => {
    const type = async (path: string) => (await fetch(proxy.url + path)).headers.get('content-type');
    expect(await type('/')).toBe('text/html; charset=utf-8');
    expect(await type('/assets/kernels-0a1b2c3d.wasm')).toBe('application/wasm');
    expect(await type('/manifest.webmanifest')).toBe('application/manifest+json');
  });

  it.each([
    ['another name', 'GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n', 403],
    ['an absolute address', 'GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\n\r\n', 403],
    ['folded headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n c\r\n\r\n', 400],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP', 'hello\r\n\r\n', 400],
    [
      'an upgrade to something else',
      'GET /api/replay HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
      426,
    ],
    ['a broken handshake', 'ORIGIN', 400],
  ])('refuses %s, with the security headers', async (_, text, status) => {
    const { host } = new URL(proxy.url);
    const handshake = `GET /api/replay HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    const answer = await sendRaw(proxy.url, text === 'ORIGIN' ? handshake : text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(answer).toContain(`${name}: ${value}`);
  });

  it('says which address is taken and how to choose another', async () => {
    const { port } = new URL(proxy.url);
    await expect(serve({ env: { PORT: port }, dist })).rejects.toMatchObject({
      code: 'address_in_use',
      message: `Another program already listens at 127.0.0.1:${port}.`,
      remedy: expect.stringContaining('PORT='),
    });
  });
});

function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (part) => {
      answer += part.toString();
      if (answer.includes('\r\n\r\n')) socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

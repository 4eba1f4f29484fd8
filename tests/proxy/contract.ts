import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '../../src/core/headers';
import { openReplay, refusedReplay, send, type Answer } from './client';

/** Keys that must appear in nothing that leaves the proxy. */
export const CANARIES = {
  ALPACA_KEY_ID: 'PKCANARY7Q2XHUMMINGBIRD',
  ALPACA_SECRET_KEY: 'sEcReTcAnArY9vLoremIpsumDolor42',
};

/** Files of the page that every runtime is given. */
export const PAGE: Readonly<Record<string, string>> = {
  'index.html': `<!doctype html><title>Backtab</title>${'<p>bars</p>'.repeat(200)}`,
  'assets/shell-0a1b2c3d.js': `export const text = '${'x'.repeat(3000)}';`,
  'assets/kernels-0a1b2c3d.wasm': '\0asm\u0001\0\0\0',
  'service-worker.js': 'self.x = 1;',
  'manifest.webmanifest': '{"name":"Backtab"}',
};

export interface Running {
  readonly url: string;
  /** What the runtime printed. */
  logs(): string;
  close(): Promise<void>;
}

export type Upstream = (request: Request) => Response | Promise<Response>;

/** Starts the proxy; every request that it sends out goes to `upstream`, whatever its address. */
export type Start = (upstream: Upstream, keys: Partial<typeof CANARIES>) => Promise<Running>;

const BARS = '/api/alpaca/v2/stocks/bars';
const GOOD_QUERY = '?symbols=AAPL,BRK.B&timeframe=1Day&start=2024-01-02&limit=100&adjustment=raw&feed=iex';
const ANSWER = {
  bars: { AAPL: [{ t: '2024-01-02T05:00:00Z', o: 1, h: 2, l: 1, c: 2, v: 3, n: 4, vw: 1.5 }] },
  next_page_token: null,
};

/** One suite for every runtime that the proxy runs on. */
export function proxyContract(runtime: string, start: Start): void {
  describe(`the proxy on ${runtime}`, () => {
    let proxy: Running;
    let keyless: Running;
    let sent: Request[] = [];
    let answerUpstream: Upstream = () => Response.json(ANSWER);
    const seen: string[] = [];

    beforeAll(async () => {
      const upstream: Upstream = (request) => {
        sent.push(request);
        return answerUpstream(request);
      };
      proxy = await start(upstream, CANARIES);
      keyless = await start(upstream, {});
    }, 120_000);

    beforeEach(() => {
      sent = [];
      answerUpstream = () => Response.json(ANSWER);
    });

    afterAll(async () => {
      await proxy.close();
      await keyless.close();
    });

    async function ask(
      path: string,
      options: { method?: string; headers?: Record<string, string>; at?: Running } = {},
    ) {
      const answer = await send((options.at ?? proxy).url, path, options);
      seen.push(JSON.stringify(answer));
      return answer;
    }

    const errorCode = ({ body }: Answer): string =>
      (JSON.parse(body) as { error: { code: string } }).error.code;

    describe('headers', () => {
      const requests: [string, number, Parameters<typeof ask>[1]?][] = [
        ['/', 200],
        ['/index.html', 200],
        ['/assets/shell-0a1b2c3d.js', 200],
        ['/assets/kernels-0a1b2c3d.wasm', 200],
        ['/service-worker.js', 200],
        ['/healthz', 200],
        [BARS + GOOD_QUERY, 200],
        [BARS, 400],
        ['/nothing/here', 404],
        ['/api/nothing', 404],
        ['/', 405, { method: 'POST' }],
        [BARS + GOOD_QUERY, 405, { method: 'DELETE' }],
        ['/api/replay', 426],
        [BARS + GOOD_QUERY, 403, { headers: { origin: 'https://evil.test' } }],
      ];
      it.each(requests)('%s answers %d with every security header', async (path, status, options) => {
        const answer = await ask(path, options);
        expect(answer.status).toBe(status);
        expect(answer.headers).toMatchObject(SECURITY_HEADERS);
      });

      it('carries them without keys too, and says what to set', async () => {
        const answer = await ask(BARS + GOOD_QUERY, { at: keyless });
        expect(answer).toMatchObject({ status: 503, headers: SECURITY_HEADERS });
        expect(errorCode(answer)).toBe('proxy_not_configured');
        expect(answer.body).toContain('ALPACA_KEY_ID');
        expect(sent).toEqual([]);
      });

      it('caches what is hashed for ever, asks again for the rest, and stores no answer of the API', async () => {
        const control = async (path: string) => (await ask(path)).headers['cache-control'];
        expect(await control('/assets/shell-0a1b2c3d.js')).toBe('public, max-age=31536000, immutable');
        expect(await control('/')).toBe('no-cache');
        expect(await control('/service-worker.js')).toBe('no-cache');
        expect(await control('/healthz')).toBe('no-store');
        expect(await control(BARS + GOOD_QUERY)).toBe('no-store');
        expect(await control('/missing')).toBe('no-store');
      });
    });

    describe('pages and health', () => {
      it('serves the page whole, at / only', async () => {
        expect(await ask('/')).toMatchObject({ status: 200, body: PAGE['index.html'] });
        expect(errorCode(await ask('/some/view'))).toBe('route_unknown');
      });

      it('answers HEAD without a body', async () => {
        expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
      });

      it('tells its health', async () => {
        const health = JSON.parse((await ask('/healthz')).body) as Record<string, unknown>;
        expect(health).toEqual({
          status: 'ok',
          version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
          uptimeSeconds: expect.any(Number),
        });
      });

      it('gives every refusal a code, a message and a remedy', async () => {
        const { error } = JSON.parse((await ask('/nothing')).body) as { error: Record<string, string> };
        expect(error).toEqual({
          code: 'route_unknown',
          message: 'There is nothing at /nothing.',
          remedy: 'Open the start page.',
        });
      });
    });

    describe('paths', () => {
      const paths = [
        '/../../etc/passwd',
        '/..%2f..%2fetc/passwd',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/assets/..%5c..%5cpackage.json',
        '/assets/%2e%2e/%2e%2e/package.json',
        '/assets//shell-0a1b2c3d.js',
        '//evil.test/',
        '/assets/shell-0a1b2c3d.js;x=1',
        '/assets/shell-0a1b2c3d.js%00.html',
        '/Assets/shell-0a1b2c3d.js',
        '/index.html/',
        '/assets/',
        '/.git/config',
        '/API/alpaca/v2/stocks/bars?symbols=A&timeframe=1Day',
        '/api/alpaca/v2/stocks/%62ars?symbols=A&timeframe=1Day',
        '/api/alpaca//v2/stocks/bars?symbols=A&timeframe=1Day',
        '/api/alpaca/v2/stocks/bars/?symbols=A&timeframe=1Day',
        '/api/alpaca/v2/stocks/bars;v=1?symbols=A&timeframe=1Day',
        '/api/alpaca/v2/stocks/trades?symbols=A&timeframe=1Day',
        '/api/alpaca/v2/orders',
        '/api/alpaca/https://evil.test/v2/stocks/bars',
        '/api/alpaca/@evil.test/v2/stocks/bars',
        '/api/alpaca/%68ttp://169.254.169.254/',
        '/api/alpaca/v2/stocks/bars%2f..%2f..%2fv2%2faccount',
        '/api/alpaca/v2/stocks/bars%252e%252e',
      ];
      it.each(paths)('%s is not found', async (path) => {
        expect((await ask(path)).status).toBe(404);
        expect(sent).toEqual([]);
      });

      it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
        '%s is refused before anything is sent',
        async (method) => {
          const answer = await ask(BARS + GOOD_QUERY, {
            method,
            headers: { 'x-http-method-override': 'GET' },
          });
          expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
          expect(sent).toEqual([]);
        },
      );
    });

    describe("Alpaca's bars", () => {
      it('pass through with the keys of the environment, to one host', async () => {
        const answer = await ask(BARS + GOOD_QUERY);
        expect(JSON.parse(answer.body)).toEqual(ANSWER);
        expect(sent).toHaveLength(1);
        const [request] = sent;
        const address = new URL(request!.url);
        expect(address.origin).toBe('https://data.alpaca.markets');
        expect(address.pathname).toBe('/v2/stocks/bars');
        expect(Object.fromEntries(address.searchParams)).toEqual({
          symbols: 'AAPL,BRK.B',
          timeframe: '1Day',
          start: '2024-01-02',
          limit: '100',
          adjustment: 'raw',
          feed: 'iex',
        });
        expect(request!.headers.get('apca-api-key-id')).toBe(CANARIES.ALPACA_KEY_ID);
        expect(request!.headers.get('apca-api-secret-key')).toBe(CANARIES.ALPACA_SECRET_KEY);
      });

      const queries = [
        '?timeframe=1Day',
        '?symbols=AAPL',
        '?symbols=aapl&timeframe=1Day',
        '?symbols=AAPL&timeframe=1Day&timeframe=1Min',
        '?symbols=AAPL&timeframe=1Day&url=http://169.254.169.254/latest/meta-data',
        '?symbols=AAPL&timeframe=1Day&host=evil.test',
        '?symbols=AAPL&timeframe=1Day&__proto__=x',
        '?symbols=AAPL&timeframe=1Fortnight',
        '?symbols=AAPL&timeframe=1Day&limit=10001',
        '?symbols=AAPL&timeframe=1Day&limit=0',
        '?symbols=AAPL&timeframe=1Day&start=yesterday',
        '?symbols=AAPL&timeframe=1Day&start=2024-01-02%0d%0aX-Evil:%201',
        '?symbols=AAPL%0d%0aHost:%20evil.test&timeframe=1Day',
        '?symbols=AAPL%00&timeframe=1Day',
        '?symbols=@evil.test/&timeframe=1Day',
        '?symbols=AAPL&timeframe=1Day&feed=pink',
        '?symbols=AAPL&timeframe=1Day&sort=up',
        '?symbols=AAPL&timeframe=1Day&page_token=%3Cscript%3E',
        `?symbols=${'A,'.repeat(100)}A&timeframe=1Day`,
      ];
      it.each(queries)('%s is refused and nothing is sent', async (query) => {
        const answer = await ask(BARS + query);
        expect(answer.status).toBe(400);
        expect(errorCode(answer)).toBe('request_invalid');
        expect(sent).toEqual([]);
      });

      it('get nothing of what the page sent beside the query', async () => {
        const headers = {
          'apca-api-key-id': 'STOLEN',
          'apca-api-secret-key': 'STOLEN',
          authorization: 'Bearer STOLEN',
          cookie: 'session=STOLEN',
          'x-forwarded-for': '203.0.113.7',
          'x-forwarded-host': 'evil.test',
          forwarded: 'for=203.0.113.7',
          'proxy-authorization': 'Basic STOLEN',
          'x-custom': 'STOLEN',
        };
        expect((await ask(BARS + GOOD_QUERY, { headers })).status).toBe(200);
        const passed = JSON.stringify([...sent[0]!.headers]);
        expect(passed).not.toContain('STOLEN');
        expect(passed).not.toContain('203.0.113.7');
        expect(passed).not.toContain('evil.test');
      });

      it('let only listed headers of the answer through', async () => {
        answerUpstream = () =>
          Response.json(ANSWER, {
            headers: {
              'x-request-id': 'ab12',
              'x-ratelimit-remaining': '199',
              'set-cookie': 'a=b',
              server: 'x',
              'x-evil': '1',
            },
          });
        const { headers } = await ask(BARS + GOOD_QUERY);
        expect(headers).toMatchObject({ 'x-request-id': 'ab12', 'x-ratelimit-remaining': '199' });
        expect(headers).not.toHaveProperty('set-cookie');
        expect(headers).not.toHaveProperty('server');
        expect(headers).not.toHaveProperty('x-evil');
      });

      const failures: [string, Upstream, number, string][] = [
        [
          'a redirect elsewhere',
          () => Response.redirect('http://169.254.169.254/', 302),
          502,
          'upstream_failed',
        ],
        [
          'a refusal',
          () => Response.json({ message: `forbidden ${CANARIES.ALPACA_SECRET_KEY}` }, { status: 403 }),
          502,
          'upstream_failed',
        ],
        ['too many requests', () => Response.json({}, { status: 429 }), 502, 'upstream_failed'],
        ['a fault', () => new Response('boom', { status: 500 }), 502, 'upstream_failed'],
        [
          'a page instead of JSON',
          () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
          502,
          'upstream_failed',
        ],
        [
          'an answer that repeats a key',
          (request) => Response.json([...request.headers]),
          502,
          'upstream_failed',
        ],
        [
          'an endless answer',
          () => new Response('x'.repeat(9_000_000), { headers: { 'content-type': 'application/json' } }),
          504,
          'upstream_unreachable',
        ],
      ];
      it.each(failures)('%s becomes a coded error', async (_, upstream, status, code) => {
        answerUpstream = upstream;
        const answer = await ask(BARS + GOOD_QUERY);
        expect(answer.status).toBe(status);
        expect(errorCode(answer)).toBe(code);
        expect(sent).toHaveLength(1);
      });

      it.each([
        { origin: 'https://evil.test' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
      ])('are not for other pages: %o', async (headers) => {
        const answer = await ask(BARS + GOOD_QUERY, { headers: headers as Record<string, string> });
        expect(answer.status).toBe(403);
        expect(sent).toEqual([]);
        expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      });
    });

    describe('the replay', () => {
      const stream = (query: string) => openReplay(proxy.url, query);

      it('sends a hello, every bar from the date on, and the end', async () => {
        const { messages, code } = await (await stream('?from=2020-04-13&speed=1000')).ended;
        expect(messages[0]).toMatchObject({
          type: 'hello',
          interval: '1d',
          total: 5,
          instrument: { name: 'S&P 500' },
        });
        expect(messages.at(-1)).toEqual({ type: 'end' });
        const bars = messages.flatMap((message) => (message.type === 'bars' ? message.bars : []));
        expect(bars.map(({ time }) => new Date(time).toISOString().slice(0, 10))).toEqual([
          '2020-04-13',
          '2020-04-14',
          '2020-04-15',
          '2020-04-16',
          '2020-04-17',
        ]);
        expect(bars.at(-1)).toEqual({
          time: Date.UTC(2020, 3, 17),
          open: 2842.429932,
          high: 2879.219971,
          low: 2830.879883,
          close: 2874.560059,
          volume: 5792140000,
        });
        expect(code).toBe(1000);
      });

      it('ends at once after the last date', async () => {
        const { messages } = await (await stream('?from=2030-01-01')).ended;
        expect(messages).toMatchObject([{ type: 'hello', total: 0 }, { type: 'end' }]);
      });

      it('obeys pause, resume and speed, and answers a bad command without closing', async () => {
        const replay = await stream('?from=2020-04-01&speed=1');
        replay.socket.send('{"type":"pause"}');
        replay.socket.send('{"type":"speed","barsPerSecond":0}');
        replay.socket.send('not json');
        replay.socket.send('{"type":"speed","barsPerSecond":1000}');
        replay.socket.send('{"type":"resume"}');
        const { messages, code } = await replay.ended;
        expect(messages.filter(({ type }) => type === 'error')).toMatchObject([
          { code: 'request_invalid' },
          { code: 'request_invalid' },
        ]);
        expect(messages.at(-1)).toEqual({ type: 'end' });
        expect(code).toBe(1000);
      });

      it('closes on a frame over 4 kB', async () => {
        const replay = await stream('?speed=1');
        replay.socket.send(`{"type":"pause","x":"${'x'.repeat(5000)}"}`);
        expect((await replay.ended).code).toBe(1009);
      });

      it('closes on a binary frame', async () => {
        const replay = await stream('?speed=1');
        replay.socket.send(new Uint8Array([1, 2, 3]));
        expect((await replay.ended).code).toBe(1003);
      });

      it('closes on a flood of commands', async () => {
        const replay = await stream('?speed=1');
        for (let i = 0; i < 60; i++) replay.socket.send('{"type":"pause"}');
        expect((await replay.ended).code).toBe(1008);
      });

      it.each([
        ['https://evil.test', '', 403],
        ['null', '', 403],
        [undefined, '', 403],
        ['own', '?speed=1001', 400],
        ['own', '?speed=fast', 400],
        ['own', '?from=2020-13-45', 400],
        ['own', '?from=last%20week', 400],
        ['own', '?file=/etc/passwd', 400],
      ])('is refused to origin %s with query %s', async (origin, query, status) => {
        const own = origin === 'own' ? proxy.url : origin;
        const refusal = await refusedReplay(proxy.url, query, own);
        expect(refusal).toMatchObject({ status, headers: SECURITY_HEADERS });
        expect(errorCode(refusal)).toBe(status === 403 ? 'origin_refused' : 'request_invalid');
      });
    });

    it('never showed a key, whole or in part, in an answer or on the console', () => {
      const all = seen.join('\n') + proxy.logs() + keyless.logs();
      expect(seen.length).toBeGreaterThan(60);
      for (const key of Object.values(CANARIES)) {
        const half = key.length >> 1;
        const forms = [
          key,
          key.slice(0, 8),
          encodeURIComponent(key),
          btoa(key).slice(0, 20),
          key.slice(half) + key.slice(0, half),
          [...key].toReversed().join(''),
        ];
        for (const form of forms) expect(all).not.toContain(form);
      }
    });
  });
}

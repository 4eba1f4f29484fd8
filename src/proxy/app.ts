import { Hono, type Context } from 'hono';
import { BacktabError } from '../core/errors';
import { REPLAY_PATH } from '../core/feed';
import { SECURITY_HEADERS } from '../core/headers';
import { alpacaBars, type FetchUpstream } from './alpaca';
import type { ProxyConfig } from './config';
import { failureResponse } from './failure';
import { refuseForeignHost, refuseForeignPage, refuseOtherOrigin } from './origin';
import { replayQuery } from './replay/query';
import type { ReplaySample } from './replay/sample';
import {
  ReplayRoom,
  startReplay,
  type ReplayClock,
  type ReplaySession,
  type ReplaySocket,
} from './replay/session';

/** Begins a session on the socket that the runtime has opened. */
export type OpenSession = (socket: ReplaySocket) => ReplaySession;

/**
 * Turns the request at hand into a WebSocket: present when the runtime can do so for this request.
 *
 * @param open  called with the socket once it stands
 */
export type Upgrade = (open: OpenSession) => Response;

/** What the runtime adds to a single request. */
export interface RequestEnvironment {
  readonly upgrade?: Upgrade | undefined;
}

/** Everything the proxy needs from outside; it touches nothing else. */
export interface ProxyParts {
  readonly config: ProxyConfig;
  /** The file of the page at a path such as `/index.html`; `null` when there is none. */
  readonly assets: (path: string, request: Request) => Promise<Response | null>;
  readonly replay: ReplaySample;
  readonly fetchUpstream: FetchUpstream;
  readonly clock: ReplayClock;
}

/** Live streams at once. */
export const MOST_REPLAYS = 50;

const ALPACA_BARS_PATH = '/api/alpaca/v2/stocks/bars';
const READING = 'GET or HEAD';

/** Escapes, backslashes, empty segments and path parameters have no place in any address here. */
const CONFUSING = /[%\\;]|\/\/|\/\.\.?(\/|$)/;

type App = Hono<{ Bindings: RequestEnvironment }>;

/**
 * The proxy on web standards: health, the replay stream, Alpaca's historical bars, and the page's files. Every
 * response, failures among them, carries the security headers.
 */
export function createApp(parts: ProxyParts): App {
  const { config, clock } = parts;
  const startedAt = clock.now();
  const room = new ReplayRoom(MOST_REPLAYS);
  const app: App = new Hono({ strict: true });

  app.use(async (c, next) => {
    await next();
    if (c.res.status !== 101) c.res = withHeaders(c.res);
  });
  app.use(async (c, next) => {
    refuseForeignHost(c.req.raw, config.allowedHosts);
    if (CONFUSING.test(pathOf(c.req.raw))) throw unknownRoute(c);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      throw new BacktabError('method_not_allowed', { method: c.req.method.slice(0, 20), allowed: READING });
    }
    await next();
  });

  app.get('/healthz', (c) => {
    const uptimeSeconds = Math.floor((clock.now() - startedAt) / 1000);
    return c.json({ status: 'ok', version: config.version, uptimeSeconds }, 200, {
      'cache-control': 'no-store',
    });
  });

  app.get(REPLAY_PATH, (c) => {
    const upgrade = c.env?.upgrade;
    if (!upgrade) throw new BacktabError('upgrade_required', { path: REPLAY_PATH });
    refuseOtherOrigin(c.req.raw);
    const query = replayQuery(new URL(c.req.url).searchParams);
    room.checkSpace();
    return upgrade((socket) => startReplay(parts.replay, query, socket, clock, room.enter()));
  });

  app.get(ALPACA_BARS_PATH, (c) => {
    refuseForeignPage(c.req.raw);
    return alpacaBars(new URL(c.req.url).searchParams, config.alpaca, parts.fetchUpstream);
  });

  app.get('*', async (c) => {
    const path = pathOf(c.req.raw);
    if (path.startsWith('/api/')) throw unknownRoute(c);
    const file = path === '/' ? '/index.html' : path;
    const found = await parts.assets(file, c.req.raw);
    if (!found) throw unknownRoute(c);
    return found;
  });

  app.onError((thrown) => failureResponse(thrown, failureHeaders(thrown)));
  return app;
}

const pathOf = (request: Request): string => new URL(request.url).pathname;

function unknownRoute(c: Context): BacktabError {
  return new BacktabError('route_unknown', { path: pathOf(c.req.raw).slice(0, 200) });
}

function failureHeaders(thrown: unknown): Record<string, string> {
  if (!(thrown instanceof BacktabError)) return {};
  if (thrown.code === 'method_not_allowed') return { allow: 'GET, HEAD' };
  if (thrown.code === 'upgrade_required') return { upgrade: 'websocket' };
  if (thrown.code === 'proxy_busy') return { 'retry-after': '60' };
  return {};
}

function withHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

import { getRequestListener } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { version } from '../../package.json';
import { BacktabError } from '../core/errors';
import { SECURITY_HEADERS } from '../core/headers';
import { createApp, type OpenSession, type ProxyParts } from './app';
import { folderAssets } from './assets';
import { systemClock } from './clock';
import { alpacaKeys, allowedHosts, listenAddress, type Environment, type ListenAddress } from './config';
import { bundledSample } from './replay/bundled';
import { REPLAY_LIMITS } from './replay/session';

export interface ServeOptions {
  /** `PORT`, `HOST`, `ALLOWED_HOSTS`, `ALPACA_KEY_ID`, `ALPACA_SECRET_KEY`. */
  readonly env: Environment;
  /** Absolute path of the built page. */
  readonly dist: string;
  /** Parts to use in place of the real ones, as an upstream that stays on this machine. */
  readonly parts?: Partial<ProxyParts>;
}

export interface RunningProxy {
  readonly url: string;
  close(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 60_000;
const MOST_CONNECTIONS = 1000;

/**
 * Serves page and proxy on one address.
 *
 * @throws BacktabError `setting_invalid` | `address_in_use`
 */
export async function serve({ env, dist, parts = {} }: ServeOptions): Promise<RunningProxy> {
  const address = listenAddress(env);
  const app = createApp({
    config: { version, alpaca: alpacaKeys(env), allowedHosts: allowedHosts(env, address.host) },
    assets: parts.assets ?? (await folderAssets(dist)),
    replay: parts.replay ?? bundledSample(),
    fetchUpstream: parts.fetchUpstream ?? ((request) => fetch(request)),
    clock: parts.clock ?? systemClock,
    ...(parts.config ? { config: parts.config } : {}),
  });
  const server = createServer(getRequestListener((request) => app.fetch(request, {})));
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = IDLE_TIMEOUT_MS;
  server.maxConnections = MOST_CONNECTIONS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseRaw(socket, statusOf(error)));

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: REPLAY_LIMITS.frameBytes,
    perMessageDeflate: false,
  });
  sockets.on('headers', (lines) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) lines.push(`${name}: ${value}`);
  });
  sockets.on('wsClientError', (_error, socket) => refuseRaw(socket, 400));
  server.on('upgrade', (request, socket, head) => {
    void upgrade(app, sockets, request, socket, head);
  });
  const port = await listen(server, address);
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return { url: `http://${host}:${port}`, close: () => close(server, sockets) };
}

type App = ReturnType<typeof createApp>;

/** Asks the app whether the request may become a WebSocket, then opens it or answers with the app's refusal. */
async function upgrade(
  app: App,
  sockets: WebSocketServer,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  socket.on('error', () => socket.destroy());
  let accepted: OpenSession | null = null;
  const response = await answer(app, incoming, (open) => {
    accepted = open;
    return new Response(null, { status: 204 });
  });
  if (!accepted) return writeRaw(socket, response);
  const open: OpenSession = accepted;
  sockets.handleUpgrade(incoming, socket, head, (webSocket) => join(webSocket, open));
}

async function answer(
  app: App,
  incoming: IncomingMessage,
  accept: (open: OpenSession) => Response,
): Promise<Response> {
  const address = `http://${incoming.headers.host ?? ''}${incoming.url ?? ''}`;
  if (!URL.canParse(address)) return new Response(null, { status: 400, headers: SECURITY_HEADERS });
  const { origin } = incoming.headers;
  const request = new Request(address, origin === undefined ? {} : { headers: { origin } });
  const isWebSocket = incoming.headers.upgrade?.toLowerCase() === 'websocket';
  return app.fetch(request, isWebSocket ? { upgrade: accept } : {});
}

function join(webSocket: WebSocket, open: OpenSession): void {
  const session = open({
    send: (text) => webSocket.send(text),
    close: (code, reason) => webSocket.close(code, reason),
    bufferedBytes: () => webSocket.bufferedAmount,
  });
  webSocket.on('message', (data, isBinary) => session.message(isBinary ? data : String(data)));
  webSocket.on('close', () => session.closed());
  webSocket.on('error', () => webSocket.terminate());
}

async function writeRaw(socket: Duplex, response: Response): Promise<void> {
  const body = await response.text();
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  const length = `content-length: ${new TextEncoder().encode(body).length}`;
  socket.end(
    [`HTTP/1.1 ${response.status} Refused`, ...lines, length, 'connection: close', '', body].join('\r\n'),
  );
}

/** A request that is no HTTP gets the headers too. */
function refuseRaw(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy();
  void writeRaw(socket, new Response(null, { status, headers: SECURITY_HEADERS }));
}

const statusOf = (error: NodeJS.ErrnoException): number =>
  error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;

function listen(server: Server, { host, port }: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new BacktabError('address_in_use', { address: `${host}:${port}` })
          : unusable(host, error),
      );
    });
    server.listen(port, host, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

function unusable(host: string, error: NodeJS.ErrnoException): BacktabError {
  const expected = 'an address of this machine and a port it may open';
  return new BacktabError('setting_invalid', { name: 'HOST', value: `${host} (${error.code})`, expected });
}

function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.close(1001, 'the proxy stops');
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
    for (const client of sockets.clients) client.terminate();
  });
}

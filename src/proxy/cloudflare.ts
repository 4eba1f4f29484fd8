import { version } from '../../package.json';
import { SECURITY_HEADERS } from '../core/headers';
import { createApp, type Upgrade } from './app';
import { cacheControl } from './cache-control';
import { systemClock } from './clock';
import { alpacaKeys, allowedHosts } from './config';
import { bundledSample } from './replay/bundled';

/** Bindings of the Worker. */
interface Bindings {
  /** The built page as static assets. */
  readonly ASSETS: { fetch(request: Request): Promise<Response> };
  readonly ALPACA_KEY_ID?: string;
  readonly ALPACA_SECRET_KEY?: string;
  readonly ALLOWED_HOSTS?: string;
}

/** The Workers runtime's ends of a WebSocket. */
interface ServerSocket extends WebSocket {
  accept(): void;
}
declare const WebSocketPair: new () => { 0: WebSocket; 1: ServerSocket };

interface UpgradeInit extends ResponseInit {
  readonly webSocket: WebSocket;
}

type App = ReturnType<typeof createApp>;
let app: App | null = null;

export default {
  fetch(request: Request, bindings: Bindings): Response | Promise<Response> {
    app ??= create(bindings);
    const isWebSocket = request.headers.get('upgrade')?.toLowerCase() === 'websocket';
    return app.fetch(request, { upgrade: isWebSocket ? upgrade : undefined });
  },
};

function create(bindings: Bindings): App {
  const { ALPACA_KEY_ID, ALPACA_SECRET_KEY, ALLOWED_HOSTS } = bindings;
  const env = { ALPACA_KEY_ID, ALPACA_SECRET_KEY, ALLOWED_HOSTS };
  return createApp({
    config: { version, alpaca: alpacaKeys(env), allowedHosts: allowedHosts(env, null) },
    assets: (path, request) => asset(bindings, path, request),
    replay: bundledSample(),
    fetchUpstream: (request) => fetch(request),
    clock: systemClock,
  });
}

async function asset(bindings: Bindings, path: string, request: Request): Promise<Response | null> {
  const address = new URL(path === '/index.html' ? '/' : path, request.url);
  const response = await bindings.ASSETS.fetch(
    new Request(address, { method: request.method, headers: request.headers }),
  );
  if (response.status !== 200 && response.status !== 304) return null;
  const headers = new Headers(response.headers);
  headers.set('cache-control', cacheControl(path));
  return new Response(response.body, { status: response.status, headers });
}

const upgrade: Upgrade = (open) => {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  const session = open({
    send: (text) => server.send(text),
    close: (code, reason) => server.close(code, reason),
    bufferedBytes: () => 0,
  });
  server.addEventListener('message', ({ data }) => session.message(data));
  server.addEventListener('close', () => session.closed());
  server.addEventListener('error', () => session.closed());
  const init: UpgradeInit = { status: 101, webSocket: client, headers: SECURITY_HEADERS };
  return new Response(null, init);
};

import { PrecacheController } from 'workbox-precaching';
import { SECURITY_HEADERS } from '../core/headers';

/**
 * Keeps the whole page for offline use, and gives it the headers of the proxy on hosts that send none, so that it is
 * isolated there from the second visit on. A new version waits until the page sends `{ type: 'activate' }`.
 */
declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[];
};

const precache = new PrecacheController({
  plugins: [{ handlerWillRespond: ({ response }) => Promise.resolve(withSecurityHeaders(response)) }],
});
precache.addToCacheList(self.__WB_MANIFEST);

self.addEventListener('install', (event) => void precache.install(event));

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (typeof message !== 'object' || message === null || !('type' in message)) return;
  if (message.type === 'activate') event.waitUntil(self.skipWaiting());
  if (message.type === 'build') event.ports[0]?.postMessage(__BUILD_ID__);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const entry = precachedAddress(url);
  if (entry) {
    const handler = precache.createHandlerBoundToURL(entry);
    event.respondWith(handler({ event, request, url }));
    if (request.mode === 'navigate') event.waitUntil(dropOldVersions(event));
  } else if (url.pathname.includes('/assets/')) {
    event.respondWith(fromOlderVersion(request));
  }
});

/** The precached file that answers `url`: itself, or the start page for the folder whatever its query is. */
function precachedAddress(url: URL): string | null {
  const plain = new URL(url.pathname, url.origin);
  if (plain.href === self.registration.scope) plain.pathname += 'index.html';
  return precache.getCacheKeyForURL(plain.href) ? plain.href : null;
}

/** A page of the version before still loads its parts from the cache after another tab has moved on. */
async function fromOlderVersion(request: Request): Promise<Response> {
  const cache = await caches.open(precache.strategy.cacheName);
  const kept = await cache.match(request.url);
  return kept ? withSecurityHeaders(kept) : fetch(request);
}

/** Deletes files of older versions once the page that is being opened is the only one. */
async function dropOldVersions(event: FetchEvent): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.every((page) => page.id === event.clientId || page.id === event.resultingClientId)) {
    const cache = await caches.open(precache.strategy.cacheName);
    const current = new Set(precache.getCachedURLs().map((url) => precache.getCacheKeyForURL(url)));
    const stored = await cache.keys();
    await Promise.all(stored.filter(({ url }) => !current.has(url)).map((old) => cache.delete(old)));
  }
}

function withSecurityHeaders(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

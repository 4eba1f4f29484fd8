import { BacktabError } from '../core/errors';

/**
 * Refuses a request that names another host than this proxy, as one does whose foreign name was pointed here.
 *
 * @throws BacktabError `origin_refused`
 */
export function refuseForeignHost(request: Request, allowed: readonly string[] | null): void {
  if (allowed && !allowed.includes(new URL(request.url).hostname)) refuse(new URL(request.url).host);
}

/**
 * Refuses a WebSocket that was not opened by the page of this proxy; browsers always send `Origin` with one.
 *
 * @throws BacktabError `origin_refused`
 */
export function refuseOtherOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  if (origin === null || !isOwn(origin, request)) refuse(origin ?? 'an unnamed origin');
}

/**
 * Refuses a request that another site's page caused. Programs, which send neither header, pass.
 *
 * @throws BacktabError `origin_refused`
 */
export function refuseForeignPage(request: Request): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin !== null && !isOwn(origin, request)) refuse(origin);
  if (site !== null && site !== 'same-origin' && site !== 'none') refuse('another site');
}

/** Schemes are left out: behind a terminator of TLS the proxy itself is spoken to in plain http. */
function isOwn(origin: string, request: Request): boolean {
  return (
    URL.canParse(origin) && new URL(origin).host === new URL(request.url).host && /^https?:/.test(origin)
  );
}

function refuse(origin: string): never {
  throw new BacktabError('origin_refused', { origin: origin.slice(0, 200) });
}

import type { Entry } from './entry';

/** Failures between the page, the proxy and brokers. */
export interface ProxyErrors {
  proxy_unreachable: { reason: string };
  proxy_not_configured: { service: string };
  request_invalid: { reason: string };
  route_unknown: { path: string };
  method_not_allowed: { method: string; allowed: string };
  upgrade_required: { path: string };
  origin_refused: { origin: string };
  proxy_busy: { limit: number };
  address_in_use: { address: string };
  upstream_failed: { service: string; status: number };
  upstream_unreachable: { service: string; reason: string };
  feed_message_invalid: { reason: string };
}

export const PROXY_ERRORS: { readonly [C in keyof ProxyErrors]: Entry<ProxyErrors[C]> } = {
  proxy_unreachable: {
    message: (p) => `The live feed cannot be reached: ${p.reason}.`,
    remedy: () => 'Start Backtab with npm start, then connect again. Everything else works without it.',
  },
  proxy_not_configured: {
    message: (p) => `The proxy has no keys for ${p.service}.`,
    remedy: () => 'Set ALPACA_KEY_ID and ALPACA_SECRET_KEY where the proxy runs, then restart it.',
  },
  request_invalid: {
    message: (p) => `The request was refused: ${p.reason}.`,
    remedy: () => 'Correct the named value and send it again.',
  },
  route_unknown: {
    message: (p) => `There is nothing at ${p.path}.`,
    remedy: () => 'Open the start page.',
  },
  method_not_allowed: {
    message: (p) => `${p.method} is not possible here.`,
    remedy: (p) => `Use ${p.allowed}.`,
  },
  upgrade_required: {
    message: (p) => `${p.path} is a stream, not a page.`,
    remedy: () => 'Open it as a WebSocket.',
  },
  origin_refused: {
    message: (p) => `Requests from ${p.origin} are refused.`,
    remedy: () =>
      'Open Backtab at the address the proxy prints. Behind another name, list it in ALLOWED_HOSTS.',
  },
  proxy_busy: {
    message: (p) => `All ${p.limit} live streams are taken.`,
    remedy: () => 'Close another tab with a live stream, or try again in a minute.',
  },
  address_in_use: {
    message: (p) => `Another program already listens at ${p.address}.`,
    remedy: () => 'Stop it, or choose another port, as in PORT=4174 npm start.',
  },
  upstream_failed: {
    message: (p) => `${p.service} answered with status ${p.status}.`,
    remedy: () => 'Try again in a minute; check the keys if it goes on.',
  },
  upstream_unreachable: {
    message: (p) => `${p.service} cannot be reached: ${p.reason}.`,
    remedy: () => 'Check the network where the proxy runs, then try again.',
  },
  feed_message_invalid: {
    message: (p) => `The live feed sent something that is not a bar: ${p.reason}.`,
    remedy: () => 'The connection was closed; bars already received are kept.',
  },
};

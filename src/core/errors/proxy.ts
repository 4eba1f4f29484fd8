import type { Entry } from './entry';

/** Failures between the page, the proxy and brokers. */
export interface ProxyErrors {
  proxy_unreachable: { reason: string };
  proxy_not_configured: { service: string };
  request_invalid: { reason: string };
  route_unknown: { path: string };
  upstream_failed: { service: string; status: number };
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
  upstream_failed: {
    message: (p) => `${p.service} answered with status ${p.status}.`,
    remedy: () => 'Try again in a minute; check the keys if it goes on.',
  },
  feed_message_invalid: {
    message: (p) => `The live feed sent something that is not a bar: ${p.reason}.`,
    remedy: () => 'The connection was closed; bars already received are kept.',
  },
};

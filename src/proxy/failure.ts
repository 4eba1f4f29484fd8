import { toBacktabError, type BacktabError, type ErrorCode } from '../core/errors';

/** HTTP status of each failure that the proxy can answer with; others are 500. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  request_invalid: 400,
  origin_refused: 403,
  route_unknown: 404,
  method_not_allowed: 405,
  upgrade_required: 426,
  upstream_failed: 502,
  upstream_unreachable: 504,
  proxy_not_configured: 503,
  proxy_busy: 503,
};

/**
 * A failure as a response: `{ error: { code, message, remedy } }`. What is not of the catalogue is told as a fault of
 * the proxy's own without its text, which could hold a secret.
 */
export function failureResponse(thrown: unknown, extra: Readonly<Record<string, string>> = {}): Response {
  const error = shown(thrown);
  const { code, message, remedy } = error;
  return Response.json(
    { error: { code, message, remedy } },
    { status: STATUS[code] ?? 500, headers: { 'cache-control': 'no-store', ...extra } },
  );
}

function shown(thrown: unknown): BacktabError {
  const error = toBacktabError(thrown);
  return error === thrown ? error : toBacktabError('an unexpected failure in the proxy');
}

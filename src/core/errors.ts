import { CHECK_ERRORS, type CheckErrors } from './errors/check';
import { COMPUTE_ERRORS, type ComputeErrors } from './errors/compute';
import { DATA_ERRORS, type DataErrors } from './errors/data';
import type { Entry } from './errors/entry';
import { LINK_ERRORS, type LinkErrors } from './errors/link';
import { PROXY_ERRORS, type ProxyErrors } from './errors/proxy';
import { SCRIPT_ERRORS, type ScriptErrors } from './errors/script';

/** One entry per failure a user can meet; `docs/errors.md` has a section for each code. */
export interface ErrorParams
  extends CheckErrors, ComputeErrors, DataErrors, LinkErrors, ProxyErrors, ScriptErrors {}

export type ErrorCode = keyof ErrorParams;

type Catalogue = { readonly [C in ErrorCode]: Entry<ErrorParams[C]> };

/** Every failure with its words. */
export const ERROR_CATALOGUE: Catalogue = {
  ...CHECK_ERRORS,
  ...COMPUTE_ERRORS,
  ...DATA_ERRORS,
  ...LINK_ERRORS,
  ...PROXY_ERRORS,
  ...SCRIPT_ERRORS,
};

/**
 * A failure with a stable `code`. Its `params` are plain values, so it survives `postMessage`;
 * `remedy` says what mends it.
 */
export class BacktabError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'BacktabError';
  readonly code: C;
  readonly params: ErrorParams[C];
  readonly remedy: string;

  constructor(code: C, params: ErrorParams[C], options?: ErrorOptions) {
    const entry: Entry<ErrorParams[C]> = ERROR_CATALOGUE[code];
    super(entry.message(params), options);
    this.code = code;
    this.params = params;
    this.remedy = entry.remedy(params);
  }
}

/** Whether `e` is the failure `code`. */
export function isBacktabError<C extends ErrorCode>(e: unknown, code: C): e is BacktabError<C> {
  return e instanceof BacktabError && e.code === code;
}

/** Any thrown value as a failure of the catalogue: unknown ones become `internal`. */
export function toBacktabError(e: unknown): BacktabError {
  if (e instanceof BacktabError) return e;
  return new BacktabError('internal', { detail: e instanceof Error ? e.message : String(e) }, { cause: e });
}

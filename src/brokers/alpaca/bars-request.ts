import * as v from 'valibot';
import { BacktabError } from '../../core/errors';

/** The one host of Alpaca's market data; requests go nowhere else. */
export const ALPACA_DATA_ORIGIN = 'https://data.alpaca.markets';

const BARS_PATH = '/v2/stocks/bars';

const text = (pattern: RegExp, expected: string) =>
  v.pipe(v.string(), v.regex(pattern, `must be ${expected}`));

const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const INSTANT = new RegExp(String.raw`^${DATE}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$`);
const SYMBOL = String.raw`[A-Z][A-Z0-9.\/-]{0,14}`;

/** Every query parameter that may pass, and what it may be. */
const PARAMETERS = {
  symbols: text(
    new RegExp(`^${SYMBOL}(,${SYMBOL}){0,99}$`),
    'one to 100 ticker symbols, separated by commas',
  ),
  timeframe: text(
    /^([1-5]?[0-9](Min|T)|(1?[0-9]|2[0-3])(Hour|H)|1(Day|D)|1(Week|W)|([1-4]|6|12)(Month|M))$/,
    'as 1Min, 1Hour, 1Day, 1Week or 1Month',
  ),
  start: v.optional(text(INSTANT, 'a date or an instant with zone')),
  end: v.optional(text(INSTANT, 'a date or an instant with zone')),
  limit: v.optional(text(/^([1-9]\d{0,3}|10000)$/, 'from 1 to 10000')),
  adjustment: v.optional(
    text(
      /^(raw|split|dividend|spin-off|all)(,(split|dividend|spin-off)){0,2}$/,
      'raw, split, dividend or all',
    ),
  ),
  asof: v.optional(text(new RegExp(`^(-|${DATE})$`), 'a date or -')),
  feed: v.optional(text(/^(sip|iex|otc|boats|overnight|delayed_sip)$/, 'sip, iex, otc, boats or overnight')),
  currency: v.optional(text(/^[A-Z]{3}$/, 'an ISO 4217 code')),
  page_token: v.optional(text(/^[A-Za-z0-9+/=_|:.-]{1,512}$/, 'the token of the page before')),
  sort: v.optional(text(/^(asc|desc)$/, 'asc or desc')),
};

const QUERY = v.strictObject(PARAMETERS);

/**
 * The address at Alpaca for a query of historical stock bars, built anew from the parameters that are known.
 *
 * @param query  the query as the page sent it
 * @returns      an address under `ALPACA_DATA_ORIGIN`
 * @throws BacktabError `request_invalid` for an unknown, repeated, missing or malformed parameter
 * @see Alpaca market data API v2, historical bars
 */
export function barsAddress(query: URLSearchParams): URL {
  const names = [...query.keys()];
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) refuse(`${named(repeated)} is given twice`);

  const parsed = v.safeParse(QUERY, Object.fromEntries(query), { abortEarly: true });
  if (!parsed.success) refuse(reasonOf(parsed.issues[0]));
  const address = new URL(BARS_PATH, ALPACA_DATA_ORIGIN);
  for (const [name, value] of Object.entries(parsed.output)) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  return address;
}

/** Names come from outside: only those of the list are repeated in a message. */
const named = (name: string): string => (Object.hasOwn(PARAMETERS, name) ? `'${name}'` : 'a parameter');

function reasonOf(issue: v.BaseIssue<unknown>): string {
  const name = String(issue.path?.[0]?.key ?? '');
  if (!Object.hasOwn(PARAMETERS, name)) return `only ${Object.keys(PARAMETERS).join(', ')} are known`;
  return issue.received === 'undefined' ? `'${name}' is missing` : `'${name}' ${issue.message}`;
}

function refuse(reason: string): never {
  throw new BacktabError('request_invalid', { reason });
}

import * as v from 'valibot';
import { BacktabError } from '../core/errors';
import type { ContractTerms } from '../core/market';
import type { DatasetId } from '../core/nominal';
import { datasetsOf, holdsTerm, isAlias, isCurrencyCode, MOST_MEMBERS, type RunSet } from '../core/run-set';

const datasetSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.transform((id) => id as DatasetId),
);
const currencySchema = v.pipe(v.string(), v.check(isCurrencyCode, 'a currency has three capitals'));
const termSchema = (term: keyof ContractTerms) =>
  v.exactOptional(
    v.pipe(
      v.number(),
      v.check((value) => holdsTerm(term, value), `${term} is a number above 0`),
    ),
  );

const memberSchema = v.object({
  alias: v.pipe(
    v.string(),
    v.check(isAlias, 'an alias begins with a letter and has letters, digits and _ only'),
  ),
  dataset: datasetSchema,
  contract: v.exactOptional(
    v.object({
      tickSize: termSchema('tickSize'),
      lotSize: termSchema('lotSize'),
      multiplier: termSchema('multiplier'),
      minNotional: termSchema('minNotional'),
    }),
  ),
  currency: v.exactOptional(currencySchema),
});

const setSchema = v.pipe(
  v.object({
    members: v.pipe(v.array(memberSchema), v.minLength(1), v.maxLength(MOST_MEMBERS)),
    currency: v.exactOptional(currencySchema),
    rates: v.exactOptional(
      v.record(
        currencySchema,
        v.union([
          v.pipe(
            v.number(),
            v.check((rate) => rate > 0 && rate < Infinity, 'a rate is a number above 0'),
          ),
          datasetSchema,
        ]),
      ),
    ),
  }),
  v.check(
    ({ members }) => new Set(members.map(({ alias }) => alias)).size === members.length,
    'two datasets have one alias',
  ),
  v.check(
    ({ members }) => new Set(members.map(({ dataset }) => dataset)).size === members.length,
    'a dataset is in it twice',
  ),
);

/**
 * The datasets of a message from the page.
 *
 * @throws BacktabError `request_invalid`
 */
export function checkedRunSet(value: unknown): RunSet {
  const parsed = v.safeParse(setSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new BacktabError('request_invalid', {
    reason: `datasets${path === null ? '' : `.${path}`}: ${issue.message}`,
  });
}

/** A set of datasets as a text to be kept; the empty text stands for none. */
export const writeRunSet = (set: RunSet | null): string => (set ? JSON.stringify(set) : '');

/** The set of a kept text; null where there is none, or what was kept cannot be read. */
export function readRunSet(kept: string | null): RunSet | null {
  if (!kept) return null;
  try {
    const set = checkedRunSet(JSON.parse(kept));
    return datasetsOf(set).length > 1 && set.members.length > 1 ? set : null;
  } catch (e) {
    if (e instanceof BacktabError || e instanceof SyntaxError) return null;
    throw e;
  }
}

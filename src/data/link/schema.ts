import * as v from 'valibot';
import { MOST_SHARED_SETS, type ShareBounds, type SharedData, type SharedStrategy } from '../../core/share';
import { ZoneClock } from '../../core/zone';
import { bar, count, engine, figure, finite, hash, name, parameters, settings } from './fields';

const text = v.optional(name, '');
const optionalName = v.optional(v.nullable(name), null);
/** Within what a `Date` can be. */
const instant = v.optional(v.nullable(v.pipe(finite, v.minValue(-8.64e15), v.maxValue(8.64e15))), null);
const currency = v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))), null);
const positive = v.pipe(
  finite,
  v.check((value) => value > 0),
);
const notNegative = v.pipe(finite, v.minValue(0));
const barsPerYear = v.optional(v.nullable(v.pipe(positive, v.maxValue(1e9))), null);

const contract = v.optional(
  v.object({
    lotSize: v.optional(positive),
    tickSize: v.optional(notNegative),
    minNotional: v.optional(notNegative),
    multiplier: v.optional(positive),
  }),
  {},
);

/** One that this platform knows. */
export const zone = v.pipe(v.string(), v.maxLength(64), v.check(isZone));

function isZone(written: string): boolean {
  try {
    return new ZoneClock(written).zone === written;
  } catch {
    return false;
  }
}

const dataset = v.object({
  alias: optionalName,
  sha256: hash,
  name: text,
  rows: count,
  origin: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^(?:sp500|synthetic:\d{1,15})$/))), null),
  source: optionalName,
  interval: optionalName,
  zone: v.optional(v.nullable(zone), null),
  from: instant,
  to: instant,
  currency,
  barsPerYear,
  contract,
});

/** One dataset without an alias, whose fingerprint is that of all; or all with aliases of their own. */
function isNamed({ sets, sha256 }: Pick<SharedData, 'sets' | 'sha256'>): boolean {
  if (sets.length === 1 && sets[0]?.alias === null) return sets[0].sha256 === sha256;
  const aliases = sets.map(({ alias }) => alias);
  return !aliases.includes(null) && new Set(aliases).size === sets.length;
}

const data = v.pipe(
  v.object({
    sha256: hash,
    sets: v.pipe(v.array(dataset), v.minLength(1), v.maxLength(MOST_SHARED_SETS)),
    currency,
    rates: v.optional(
      v.pipe(
        v.array(
          v.object({
            currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
            rate: v.union([positive, dataset]),
          }),
        ),
        v.maxLength(MOST_SHARED_SETS),
      ),
      [],
    ),
  }),
  v.check((given) => isNamed(given as SharedData)),
);

const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((written) => !Number.isNaN(Date.parse(`${written}T00:00Z`))),
);
const orNull = v.nullable(finite);
const tradeMark = v.tuple([count, count, bar, orNull, orNull, orNull, orNull]);

/** A shared strategy as it may come out of a link or a file; unknown keys are dropped, absent ones are empty. */
const schemaOf = (bounds: ShareBounds) =>
  v.object({
    script: v.optional(v.pipe(v.string(), v.maxLength(bounds.textCharacters)), ''),
    parameters: v.optional(parameters, {}),
    settings: v.optional(settings, {}),
    author: optionalName,
    created: v.optional(v.nullable(day), null),
    data,
    engine,
    result: v.object({
      hash,
      trades: count,
      cagr: figure,
      sharpe: figure,
      maxDrawdown: figure,
      tradeMarks: v.optional(v.pipe(v.array(tradeMark), v.maxLength(bounds.tradeMarks)), []),
    }),
  });

/**
 * The value as a shared strategy, or the path of what is not as it must be.
 *
 * @param bounds  of a link or of a file
 */
export function readShared(
  value: unknown,
  bounds: ShareBounds,
): { readonly shared: SharedStrategy } | { readonly wrong: string } {
  const read = v.safeParse(schemaOf(bounds), value);
  if (read.success) return { shared: read.output as SharedStrategy };
  return { wrong: wrongPath(read.issues[0]) };
}

/** Where an issue lies, as `result.hash`, cut to what a sentence can hold. */
export const wrongPath = (issue: v.BaseIssue<unknown>): string =>
  (v.getDotPath(issue) ?? 'its content').slice(0, 80);

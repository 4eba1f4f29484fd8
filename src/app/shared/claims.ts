import type { SharedStrategy } from '../../core/share';
import type { BacktestOutcome } from '../../research/outcome';
import { formatInteger, formatNumber, formatPercent } from '../format';

/** A figure of the link beside the one found here. */
export interface Claim {
  readonly name: string;
  readonly claimed: string;
  /** null until the strategy was run here. */
  readonly found: string | null;
  readonly same: boolean | null;
}

/** Characters of a hash that are shown; the whole stands in its title. */
const HASH_CHARACTERS = 12;

/** The short form of a SHA-256. */
export const shortHash = (hash: string): string => hash.slice(0, HASH_CHARACTERS);

/**
 * What a link says about its result, and what this device found. Values are compared as they are,
 * not as they are shown.
 */
export function claimsOf(shared: SharedStrategy, outcome: BacktestOutcome | null): readonly Claim[] {
  const { result } = shared;
  const metrics = outcome?.metrics;
  const row = <T>(name: string, claimed: T, found: T | undefined, write: (value: T) => string): Claim => ({
    name,
    claimed: write(claimed),
    found: found === undefined ? null : write(found),
    same: found === undefined ? null : Object.is(claimed, found),
  });
  const fall = (value: number | null): string => percent(value === null ? null : -value);
  return [
    row('Result hash', result.hash, outcome?.result.hash, shortHash),
    row('Trades', result.trades, outcome?.result.trades.length, (value) => formatInteger(value)),
    row('Growth a year', result.cagr, metrics?.cagr, percent),
    row('Sharpe, yearly', result.sharpe, metrics?.sharpe, (value) => formatNumber(value, { decimals: 4 })),
    row('Deepest fall', result.maxDrawdown, metrics?.maxDrawdown, fall),
  ];
}

const percent = (value: number | null): string => formatPercent(value, { decimals: 2 });

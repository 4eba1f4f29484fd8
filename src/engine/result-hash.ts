import { CanonicalHash } from '../core/hash';
import type { Fill, Trade } from '../core/order';
import { DEFAULT_SETTINGS, SETTING_NAMES } from '../core/settings';
import type { Simulation } from './simulate';

/** What a result is a result of. */
export interface RunIdentity {
  /** Engine version. */
  readonly engine: string;
  /** SHA-256 (hex) of the plan's canonical text. */
  readonly planHash: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** SHA-256 (hex) of the bars (`core/fingerprint.ts`). */
  readonly dataHash: string;
}

const FILL = [
  'order',
  'market',
  'bar',
  'time',
  'side',
  'effect',
  'quantity',
  'price',
  'rate',
  'fee',
  'slippage',
  'liquidity',
  'reason',
] as const satisfies readonly (keyof Fill)[];
const TRADE = [
  'market',
  'side',
  'quantity',
  'entryTime',
  'exitTime',
  'entryBar',
  'exitBar',
  'entryPrice',
  'exitPrice',
  'grossPnl',
  'costs',
  'pnl',
  'return',
  'mae',
  'mfe',
  'entryReason',
  'exitReason',
  'exitKind',
  'tag',
  'ambiguous',
  'stop',
  'target',
] as const satisfies readonly (keyof Trade)[];

/**
 * SHA-256 (hex) over the canonical bytes of a result. The bytes, in this order (`CanonicalHash`:
 * number = little-endian f64, text = UTF-8 behind its length, truth = 1 or 0):
 *
 * 1. text `backtab-result-2`, engine version, plan hash, data hash
 * 2. number of parameters; per parameter by name (code units ascending): name, value
 * 3. number of settings that differ from their defaults; per such setting by name (code units ascending): name, value
 * 4. number of fills; per fill: order, market, bar, time, side, effect, quantity, price, rate, fee, slippage, liquidity,
 *    reason
 * 5. number of trades; per trade the members of `Trade` in order of declaration
 * 6. equity per bar, behind its length
 *
 * Orders and the other series follow from these and are not hashed.
 */
export function resultHash(simulation: Simulation, identity: RunIdentity): string {
  const hash = new CanonicalHash()
    .text('backtab-result-2')
    .text(identity.engine)
    .text(identity.planHash)
    .text(identity.dataHash);
  const names = Object.keys(identity.parameters).sort();
  hash.number(names.length);
  for (const name of names) hash.text(name).number(identity.parameters[name]!);
  const { settings } = simulation;
  const changed = SETTING_NAMES.filter(
    (name) => !Object.is(settings[name], DEFAULT_SETTINGS[name]),
  ).toSorted();
  hash.number(changed.length);
  for (const name of changed) record(hash.text(name), settings, [name]);
  hash.number(simulation.fills.length);
  for (const fill of simulation.fills) record(hash, fill, FILL);
  hash.number(simulation.trades.length);
  for (const trade of simulation.trades) record(hash, trade, TRADE);
  return hash.column(simulation.series.equity).hex();
}

function record<K extends string>(
  hash: CanonicalHash,
  value: { readonly [P in K]: string | number | boolean },
  members: readonly K[],
): void {
  for (const member of members) {
    const item = value[member];
    if (typeof item === 'string') hash.text(item);
    else hash.number(Number(item));
  }
}

import { checkInteger, checkRange } from '../../core/check';
import type { OrderRequest } from '../../core/order';
import { philox4x32 } from '../../core/random/philox';
import type { AccountView, Strategy } from '../../core/strategy';
import type { SensitivityPlan, Variant } from './shape';

/** How entries are left out. */
export interface SkipOptions {
  /** Chance that an entry is left out, in (0, 1); 0.1 when omitted. */
  readonly chance?: number;
  /** Variants, integer in [1, 10,000]; 100 when omitted. */
  readonly runs?: number;
  /** Integer in [0, 2^53); 1 when omitted. */
  readonly seed?: number;
}

export const SKIP_DEFAULTS = { chance: 0.1, runs: 100, seed: 1 } as const;

const TWO_POW_32 = 4_294_967_296;
/** Keeps these draws apart from other uses of a seed. */
const STREAM = 0x736b6970;

/**
 * The same run with entries left out at random, as when one was asleep, out of cash or out of luck. Whether the entry of
 * a bar is left out depends on seed, variant and bar alone.
 *
 * @param options  chance, variants and seed
 *
 * @throws BacktabError `parameter_out_of_range`
 */
export function entrySkip(options: SkipOptions = {}): SensitivityPlan {
  const { chance, runs, seed } = { ...SKIP_DEFAULTS, ...options };
  checkRange('chance', chance, 0.001, 0.999);
  checkInteger('runs', runs, 1, 10_000);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  const numbers = Array.from({ length: runs }, (_, path) => path + 1);
  const variants = numbers.map((number): Variant => ({
    label: `draw ${number}`,
    at: [number],
    wrap: (strategy) => skippingEntries(strategy, chance, seed, number),
  }));
  return {
    kind: 'skip',
    question: `Does the result hang on a few lucky entries? Each is left out with a chance of ${chance * 100} %.`,
    assumptions: [
      'An entry that is left out is not made up for later, unless the rule asks again.',
      `Draws come from seed ${seed}: the same seed leaves out the same entries.`,
    ],
    axes: [{ name: 'Draw', unit: 'number', values: numbers }],
    variants,
  };
}

/**
 * A strategy whose entries are left out at random; exits and changes of a position go through.
 *
 * @param strategy  the one that asks
 * @param chance    in [0, 1]
 * @param seed      integer in [0, 2^53)
 * @param path      number of the variant, integer in [0, 2^32)
 */
export function skippingEntries(strategy: Strategy, chance: number, seed: number, path: number): Strategy {
  const counter = Uint32Array.of(path, 0, STREAM, 0);
  const block = new Uint32Array(4);
  const isSkipped = (bar: number, market: number): boolean => {
    counter[1] = bar;
    counter[3] = market;
    philox4x32(counter, seed >>> 0, Math.floor(seed / TWO_POW_32) >>> 0, block);
    return block[0]! / TWO_POW_32 < chance;
  };
  const kept = (
    requests: readonly OrderRequest[],
    bar: number,
    account: AccountView,
  ): readonly OrderRequest[] =>
    requests.some((request) => opens(request, account))
      ? requests.filter((request) => !(opens(request, account) && isSkipped(bar, request.market ?? 0)))
      : requests;
  const { onTick } = strategy;
  return {
    name: strategy.name,
    onStart: () => strategy.onStart?.(),
    onBar: (bar, index, account) => kept(strategy.onBar(bar, index, account), index, account),
    ...(onTick && {
      onTick: (tick, account, market) =>
        kept(onTick.call(strategy, tick, account, market), account.markets[market]?.index ?? 0, account),
    }),
    onFill: (fill) => strategy.onFill?.(fill),
    onStop: () => strategy.onStop?.(),
    save: () => strategy.save?.(),
    restore: (saved) => strategy.restore?.(saved),
  };
}

/** Whether a request would open a position where there is none. */
function opens(request: OrderRequest, { markets }: AccountView): boolean {
  if (request.kind === 'exit' || request.kind === 'cancel') return false;
  if (request.kind === 'enter') return true;
  const isFlat = (markets[request.market ?? 0]?.positionSize ?? 0) === 0;
  return isFlat && (request.kind === 'target' ? request.weight !== 0 : request.reduceOnly !== true);
}

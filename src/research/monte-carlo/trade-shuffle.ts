import type { Column } from '../../core/column';
import { log } from '../../core/math/log';
import type { Trade } from '../../core/order';
import type { PathNumbers } from '../../core/random/path-numbers';
import type { PathModel } from './path-model';

/** Trades needed: fewer have too few orders that differ. */
export const SHUFFLE_MINIMUM = 20;

/**
 * Log return of each closed trade on the account: its profit after costs over the capital and all profits realised before
 * it, in the order of exits.
 *
 * @param closed   trades with an exit
 * @param capital  starting cash, above 0
 * @returns        `f64[n]`; minus infinity for a trade that took all there was
 */
export function tradeLogReturns(closed: readonly Trade[], capital: number): Column {
  const ordered = closed.toSorted((a, b) => a.exitTime - b.exitTime);
  let account = capital;
  return Float64Array.from(ordered, ({ pnl }) => {
    const before = account;
    account += pnl;
    return account > 0 && before > 0 ? log(account / before) : -Infinity;
  });
}

/**
 * Paths of the same trades in another order, each order equally likely (Fisher and Yates). All end at the same account;
 * only the way there differs.
 *
 * @param logReturns  `f64[n]`, one a trade; a path has as many steps
 * @returns           writes a path as `PathModel.write` does; the control is 0, since nothing varies at the end
 * @see Durstenfeld, Algorithm 235: Random Permutation, Communications of the ACM, 1964
 */
export function shufflePaths(logReturns: Column): PathModel['write'] {
  const order = logReturns.slice();
  const draws: Column = new Float64Array(logReturns.length);
  return (numbers: PathNumbers, path, out) => {
    numbers.uniforms(path, 0, draws);
    order.set(logReturns);
    let growth = 0;
    for (let step = 0; step < order.length; step++) {
      const other = step + Math.floor(draws[step]! * (order.length - step));
      const value = order[other]!;
      order[other] = order[step]!;
      growth += value;
      out[step] = growth;
    }
    return 0;
  };
}

/** The shuffle of trades as a model of futures. */
export function shuffleModel(logReturns: Column): PathModel {
  return {
    name: 'trades',
    title: 'Trades in another order',
    question: 'How deep could the account have fallen with the same trades in another order?',
    assumptions: [
      'Trades do not depend on one another, and each risks the share of the account that it did.',
      'Every path ends with the same account, so only falls, ruin and goals on the way differ. Only the ends of trades are seen.',
    ],
    parameters: [{ name: 'trades', value: logReturns.length, unit: 'closed trades' }],
    unit: 'trade',
    steps: logReturns.length,
    driver: 'rows',
    independent: null,
    write: shufflePaths(logReturns),
  };
}

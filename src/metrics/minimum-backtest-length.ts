import { luckSharpe } from './luck-sharpe';

/**
 * Minimum backtest length: years below which the best of some worthless tries is expected to reach a Sharpe ratio as
 * high as the one given: `(((1 - γ) Z(1 - 1 / N) + γ Z(1 - 1 / (N e))) / sharpe)²`, at most `2 ln N / sharpe²`.
 *
 * @param tries   independent settings tried, 1 or more
 * @param sharpe  ratio a year
 * @returns       years; 0 for a single try; null unless the ratio is above zero
 * @see Bailey, Borwein, López de Prado and Zhu, Pseudo-Mathematics and Financial Charlatanism, Notices of the American
 *      Mathematical Society, 2014, theorem 1
 */
export function minimumBacktestLength(tries: number, sharpe: number): number | null {
  if (!(sharpe > 0)) return null;
  const root = Math.max(0, luckSharpe(tries, 1)) / sharpe;
  return root * root;
}

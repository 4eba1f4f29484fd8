import { BacktabError } from '../../core/errors';
import { readArguments } from '../arguments';
import { isPortfolio, readNamedPath } from '../named-path';
import type { Output } from '../output';
import { loadScript } from '../script-file';
import { backtestPortfolio } from './backtest-portfolio';
import { backtestSingle } from './backtest-single';

export const BACKTEST_USAGE =
  'backtab backtest SCRIPT --data [ALIAS=]FILE|sp500 … [--detail [ALIAS=]FILE]… [--param k=v]… [--preset NAME] [--set key=value]… [--benchmark FILE|sp500] [--fx CUR=RATE|FILE]… [--currency CUR] [--contract ALIAS:key=value,…]… [--json] [--report FILE.html] [--out DIR]';

/** Runs a script exactly and prints what it found. */
export async function backtest(args: readonly string[], output: Output): Promise<void> {
  const line = readArguments(args, {
    data: 'many',
    detail: 'many',
    param: 'many',
    preset: 'value',
    set: 'many',
    benchmark: 'value',
    fx: 'many',
    currency: 'value',
    contract: 'many',
    json: 'flag',
    report: 'value',
    out: 'value',
  });
  const [script] = line.words;
  const paths = line.many('data').map(readNamedPath);
  const [data] = paths;
  if (!script || !data || line.words.length > 1)
    throw new BacktabError('usage', { reason: `Usage: ${BACKTEST_USAGE}` });
  const file = await loadScript(script);
  await (isPortfolio(paths)
    ? backtestPortfolio(line, file, output)
    : backtestSingle(line, file, data.path, output));
}

import { writeFile } from 'node:fs/promises';
import { expect, openWorkspace, otherResult, resultHash, test, writeScript } from './support/app';
import { backtab } from './support/command';

const SCRIPT = `strategy('Weekly filter', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })
const useFilter = param('useFilter', true)
const kind = param('kind', 'ema', { choices: 'sma, ema, wma' })
const average = ma(close, 50, { maType: kind })
const weekly = timeframe('1w', sma(close, 20))
function isAbove(x, y) { return x > y }
const isUp = !useFilter || isAbove(close, weekly)
let losses = state(0)
if (position.isFlat && position.size[1] != 0) losses = equity < equity[1] ? losses + 1 : 0
if (crossover(close, average) && isUp) {
  buy({ size: percentOfEquity(95), stop: close - 3 * atr(14) })
  log('losses so far', losses)
  mark('go', { position: 'below' })
}
if (crossunder(close, average)) exit()
if (close > 1_000_000) exit()
background(isUp, 'up')
plot(average)
plot(weekly)
plot(equity, 'account')
`;

test('states, functions, longer bars, switches and choices run in the page as on the command line', async ({
  page,
  app,
}, testInfo) => {
  const path = testInfo.outputPath('weekly.bt.js');
  await writeFile(path, SCRIPT);
  const hashOf = async (...args: string[]): Promise<string> => {
    const { stdout } = await backtab('backtest', path, '--data', 'sp500', '--json', ...args);
    return (JSON.parse(stdout) as { resultHash: string }).resultHash;
  };

  await openWorkspace(page, app);
  const first = await resultHash(page);
  await writeScript(page, SCRIPT);
  const second = await otherResult(page, first);
  expect(second).toBe(await hashOf());
  const runs = page.getByRole('navigation', { name: 'Strategies, data and runs' });
  await expect(runs).toContainText('true / ema');

  await page.getByRole('switch', { name: 'useFilter' }).uncheck();
  const third = await otherResult(page, second);
  await page.getByRole('combobox', { name: 'kind' }).selectOption('wma');
  const fourth = await otherResult(page, third);
  expect(fourth).toBe(await hashOf('--param', 'useFilter=false', '--param', 'kind=wma'));
  await expect(page.getByRole('banner')).toContainText('useFilter false · kind wma');

  await page.getByRole('button', { name: /^Keep/ }).click();
  await expect(page.locator('.cm-content')).toContainText("param('kind', 'wma',");
});

test('what a script tells stands in the log and leads to its bar; what never holds is doubted', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await writeScript(page, SCRIPT);
  await otherResult(page, first);
  await page.getByRole('tab', { name: 'Log' }).click();
  const messages = page.getByRole('grid', { name: 'Messages of the script' });
  await expect(messages).toContainText('losses so far');
  await expect(messages).toContainText('go');
  await expect(page.getByText('is true on none of the 5105 bars')).toBeVisible();
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { dropFiles, file, wavesCsv } from './support/files';
import { expect, openWorkspace, otherResult, resultHash, resultShown, scriptOf, test } from './support/app';
import { dieOnNextMessage, workerOf } from './support/workers';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const chartOf = (page: Page): Locator => page.getByRole('application', { name: /^Chart of/ });
const searchOf = (page: Page): Locator => page.getByRole('combobox', { name: 'Search indicators' });
const settingsOf = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

/** Adds an indicator by keyboard and leaves its settings open. */
async function add(page: Page, search: string, title: string): Promise<Locator> {
  await chartOf(page).focus();
  await page.keyboard.press('/');
  await expect(searchOf(page)).toBeFocused();
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  const settings = settingsOf(page, title);
  await expect(settings).toBeVisible();
  return settings;
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** How many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('an indicator is found, set and drawn by keyboard, and is still there after a reload', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  const before = await resultHash(page);
  const settings = await add(page, 'relative strength', 'RSI 14');
  await expect(settings.getByLabel('Time period')).toBeFocused();
  await page.keyboard.type('1');
  await expect(settings).toContainText('2 to 100,000 only. 14 stays in force.');
  await page.keyboard.type('0');
  await expect(settingsOf(page, 'RSI 10')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chartOf(page)).toBeFocused();

  await page.keyboard.press('End');
  const legend = page.getByRole('button', { name: /^RSI 10 \d+\.\d\d, settings$/ });
  await expect(legend).toBeVisible();
  await expect(page.getByText(/^2020-04-17: .*; RSI 10 \d+\.\d\d\.$/)).toBeAttached();
  expect(await resultHash(page)).toBe(before);

  await page.reload();
  await resultShown(page);
  await expect(legend).toBeVisible();
});

test('studies are hidden, removed and brought back, and undo goes back over them', async ({ page, app }) => {
  await openWorkspace(page, app);
  await add(page, 'bollinger', 'BBANDS 5, 2, 2, SMA');
  await page.keyboard.press('Escape');
  const legend = page.getByRole('button', { name: /^BBANDS 5, 2, 2, SMA.*settings$/ });
  await expect(legend).toHaveAccessibleName(/: upper .*, middle .*, lower .*, settings$/);
  await page.getByRole('button', { name: 'Hide BBANDS 5, 2, 2, SMA' }).click();
  await expect(legend).toHaveAccessibleName('BBANDS 5, 2, 2, SMA, hidden, settings');
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(legend).toHaveAccessibleName(/: upper/);

  await page.getByRole('button', { name: 'Remove BBANDS 5, 2, 2, SMA' }).click();
  await expect(legend).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(legend).toBeVisible();

  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
  await page.keyboard.type('remove all studies');
  await page.keyboard.press('Enter');
  await expect(legend).toHaveCount(0);
});

test('an average of another study shares its pane, and both are in the table', async ({ page, app }) => {
  await openWorkspace(page, app);
  await add(page, 'rsi', 'RSI 14');
  await page.keyboard.press('Escape');
  const settings = await add(page, 'sma', 'SMA 30');
  await settings.getByLabel('Of').selectOption({ label: 'RSI 14' });
  const average = settingsOf(page, 'SMA 30 of RSI 14');
  await average.getByLabel('Drawn').selectOption({ label: 'With RSI 14' });
  await average.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('separator', { name: 'Height of the RSI 14 pane' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^SMA 30 of RSI 14 \d/ })).toBeVisible();

  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('grid', { name: 'S&P 500, bars of the visible range' });
  await expect(table.getByRole('columnheader', { name: 'SMA 30 of RSI 14' })).toHaveCount(1);
  await expect(table.getByRole('columnheader', { name: 'RSI 14', exact: true })).toHaveCount(1);
});

test('a study is written into the script, which runs with it', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  const settings = await add(page, 'macd', 'MACD 12, 26, 9');
  await settings.getByRole('button', { name: 'Insert into script' }).click();
  await expect(settings).toHaveCount(0);
  await expect(scriptOf(page)).toContainText(
    'const macd12 = macd(close, { fastPeriod: 12, slowPeriod: 26, signalPeriod: 9 })',
  );
  await expect(scriptOf(page)).toContainText('plot(macd12.signal)');
  await otherResult(page, first);
  await page.getByRole('button', { name: 'Remove it from the chart' }).click();
  await expect(page.getByRole('button', { name: 'Remove MACD 12, 26, 9' })).toHaveCount(0);
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(scriptOf(page)).not.toContainText('macd12');
});

test('an unstable period and candle settings are kept, and written where the script can say them', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  const hammer = await add(page, 'cdlhammer', 'Hammer');
  await hammer.getByText('1 × body, mean of 10 bars').click();
  const word = page.getByRole('group', { name: 'Body short' });
  await word.getByLabel('Measures').selectOption('high to low');
  await word.getByLabel('Factor').fill('0.5');
  const own = settingsOf(page, 'Hammer, own candle settings');
  await expect(own).toContainText('0.5 × high to low, mean of 10 bars');
  expect(await violations(page)).toEqual([]);
  await own.getByRole('button', { name: 'Insert into script' }).click();
  await expect(scriptOf(page)).toContainText(
    "cdlhammer({ bodyShortRange: 'highLow', bodyShortFactor: 0.5 })",
  );

  const rsi = await add(page, 'rsi', 'RSI 14');
  await rsi.getByLabel('Unstable period').fill('50');
  const unstable = settingsOf(page, 'RSI 14, unstable 50');
  await unstable.getByRole('button', { name: 'Insert into script' }).click();
  await expect(scriptOf(page)).toContainText('const rsi14 = rsi(close, 14)');
  await expect(page.getByText('without its unstable period: a script has none')).toBeVisible();

  await page.reload();
  await resultShown(page);
  await expect(page.getByRole('button', { name: /^RSI 14, unstable 50 .*settings$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Hammer, own candle settings/ }).first()).toBeVisible();
});

test('too few bars for the lookback are told, and other data are computed by themselves', async ({
  page,
  app,
}, info) => {
  await openWorkspace(page, app);
  await add(page, 'sma', 'SMA 30');
  await page.keyboard.type('200');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^SMA 200 [\d,]+\.\d\d, settings$/ })).toBeVisible();

  await dropFiles(page, [await file(info.outputPath('short.csv'), wavesCsv(120))]);
  await page.getByRole('article', { name: 'short' }).getByRole('button', { name: 'Use this data' }).click();
  const short = page.getByText('no value: 200 bars are needed, there are 120');
  await expect(short).toBeVisible();
  await page.getByRole('button', { name: /^SMA 200/ }).click();
  const settings = settingsOf(page, 'SMA 200');
  await expect(settings).toContainText('Choose a shorter period or a longer history.');
  await settings.getByLabel('Time period').fill('20');
  await expect(short).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^SMA 20 [\d.]+, settings$/ })).toBeVisible();
});

test('a worker that dies is told with its remedy, and computing again works', async ({
  page,
  app,
  trouble,
}) => {
  await openWorkspace(page, app);
  const before = await resultHash(page);
  const settings = await add(page, 'rsi', 'RSI 14');
  const drawn = page.getByRole('button', { name: /^RSI \d+ \d+\.\d\d, settings$/ });
  await expect(drawn).toBeVisible();
  await dieOnNextMessage(workerOf(page, 'study'));
  await settings.getByLabel('Time period').press('ArrowUp');
  const alert = page.getByRole('alert').filter({ hasText: 'worker_lost' });
  await expect(alert).toContainText('The studies worker stopped: Uncaught Error: killed by a test.');
  await expect(drawn).toHaveCount(0);
  await alert.getByRole('button', { name: 'Compute again' }).click();
  await expect(drawn).toHaveAccessibleName(/^RSI 15 /);
  await expect(alert).toHaveCount(0);
  expect(await resultHash(page)).toBe(before);
  trouble.splice(0, trouble.length, ...trouble.filter((line) => !line.includes('killed by a test')));
});

for (const theme of ['dark', 'light'] as const)
  for (const width of [1440, 390])
    test.describe(`${theme}, ${width} wide`, () => {
      test.use({ colorScheme: theme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test('picker, settings and legend break no rule of WCAG 2.2 AA', async ({ page, app }) => {
        await openWorkspace(page, app);
        const before = await resultHash(page);
        await page.getByRole('button', { name: /Indicator|Add indicator/ }).click();
        await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
        await expect(page.getByRole('dialog')).toHaveCSS('opacity', '1');
        expect(await violations(page)).toEqual([]);
        await searchOf(page).fill('bollinger');
        await page.keyboard.press('Enter');
        await expect(settingsOf(page, 'BBANDS 5, 2, 2, SMA')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await page.keyboard.press('Escape');
        await add(page, 'rsi', 'RSI 14');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('button', { name: /^RSI 14 \d/ })).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await resultHash(page)).toBe(before);
      });
    });

test('a study stays as it is when a parameter of the script changes', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await add(page, 'sma', 'SMA 30');
  await page.keyboard.press('Escape');
  const slider = page.getByRole('slider', { name: 'slow, bars' });
  await slider.focus();
  await page.keyboard.press('ArrowUp');
  await otherResult(page, first);
  await expect(page.getByRole('button', { name: /^SMA 30 [\d,]+\.\d\d, settings$/ })).toBeVisible();
});

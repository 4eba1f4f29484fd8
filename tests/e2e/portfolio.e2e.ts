import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, openWorkspace, otherResult, resultHash, resultShown, test, worth } from './support/app';
import { copyLink } from './support/links';
import { dropFiles, file } from './support/files';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const DAY_MS = 86_400_000;
const START = Date.UTC(2015, 0, 5);

/**
 * Daily bars that swing, so that averages cross; every `gap`th day is missing.
 *
 * @param swing  days of a swing
 */
function swingsCsv(rows: number, swing: number, level: number, gap: number): string {
  const lines = ['date,open,high,low,close,volume'];
  for (let i = 0; i < rows; i++) {
    if (i % gap === 1) continue;
    const close = level * (1 + 0.3 * Math.abs(((i / swing) % 2) - 1) + i / 5000);
    const prices = [close, close * 1.01, close * 0.99, close].map((price) => price.toFixed(2));
    lines.push(`${new Date(START + i * DAY_MS).toISOString().slice(0, 10)},${prices.join(',')},${1000 + i}`);
  }
  return `${lines.join('\n')}\n`;
}

test.describe.configure({ timeout: 120_000 });

interface Files {
  readonly alpha: string;
  readonly beta: string;
}

async function writeFiles(info: TestInfo): Promise<Files> {
  return {
    alpha: await file(info.outputPath('alpha.csv'), swingsCsv(900, 150, 100, 1e9)),
    beta: await file(info.outputPath('beta.csv'), swingsCsv(900, 210, 40, 6)),
  };
}

const panel = (page: Page) => page.getByRole('navigation', { name: 'Strategies, data and runs' });
const dataRow = (page: Page, name: string) =>
  panel(page).getByRole('button', { name: new RegExp(`^${name} `) });
const trades = (page: Page) => page.getByRole('grid', { name: 'Trades' });

/** Imports a file and waits until the page shows it. */
async function importFile(page: Page, path: string, name: string): Promise<void> {
  const before = await resultHash(page);
  await dropFiles(page, [path]);
  await expect(page.getByRole('heading', { level: 1, name: 'Start with an answer' })).toBeVisible();
  await expect(dataRow(page, name)).toBeVisible();
  await otherResult(page, before);
}

/** Both files in one run. */
async function runOnBoth(page: Page, { alpha, beta }: Files): Promise<string> {
  await importFile(page, alpha, 'alpha');
  await importFile(page, beta, 'beta');
  await page.getByRole('link', { name: 'Backtab, the workspace' }).click();
  const before = await resultHash(page);
  await dataRow(page, 'alpha').click({ modifiers: ['ControlOrMeta'] });
  return otherResult(page, before);
}

async function cliHash(args: readonly string[]): Promise<string> {
  const command = ['src/cli/backtab.mjs', 'backtest', 'docs/examples/golden-cross.bt.js', '--json', ...args];
  const { stdout } = await run(process.execPath, command, { cwd: root, maxBuffer: 1 << 26 });
  return (JSON.parse(stdout) as { resultHash: string }).resultHash;
}

test('a run over two datasets has the hash of the command line, and stays over a reload', async ({
  page,
  app,
}, info) => {
  const files = await writeFiles(info);
  await openWorkspace(page, app);
  const hash = await runOnBoth(page, files);
  const data = ['--data', `alpha=${files.alpha}`, '--data', `beta=${files.beta}`];
  expect(hash).toBe(await cliHash(data));

  await panel(page).getByRole('button', { name: 'Instruments' }).click();
  const dialog = page.getByRole('dialog', { name: 'Instruments of this run' });
  await dialog.getByRole('textbox', { name: 'beta: Tick size' }).fill('0.05');
  const ticked = await otherResult(page, hash);
  const contract = ['--contract', 'beta:tickSize=0.05'];
  expect(ticked).toBe(await cliHash([...data, ...contract]));

  await dialog.getByRole('textbox', { name: 'beta: Alias' }).fill('alpha');
  await expect(dialog.getByText('Another dataset is called alpha')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('textbox', { name: 'beta: Alias' })).toHaveValue('beta');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.reload();
  expect(await resultHash(page)).toBe(ticked);
  await expect(page.getByText('beta', { exact: true }).first()).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toContain('instrument=beta');
});

test('another currency needs an exchange rate, and then the hash is that of the command line', async ({
  page,
  app,
}, info) => {
  const files = await writeFiles(info);
  await openWorkspace(page, app);
  const before = await runOnBoth(page, files);
  await panel(page).getByRole('button', { name: 'Instruments' }).click();
  const dialog = page.getByRole('dialog', { name: 'Instruments of this run' });
  await dialog.getByRole('textbox', { name: 'beta: Currency of its prices' }).fill('EUR');
  await expect(
    page.getByRole('alert').filter({ hasText: 'There is no exchange rate for EUR in USD' }),
  ).toBeVisible();
  await dialog.getByRole('textbox', { name: 'EUR: Rate' }).fill('1.1');
  const hash = await otherResult(page, before);
  const { alpha, beta } = files;
  const data = ['--data', `alpha=${alpha}`, '--data', `beta=${beta}`];
  expect(hash).toBe(await cliHash([...data, '--contract', 'beta:currency=EUR', '--fx', 'EUR=1.1']));
});

test('the chart goes from instrument to instrument, and the tables tell them apart', async ({
  page,
  app,
}, info) => {
  await openWorkspace(page, app);
  const hash = await runOnBoth(page, await writeFiles(info));
  await expect(page.getByRole('application', { name: 'Chart of beta' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('Show alpha');
  await page.getByRole('option', { name: /Show alpha on the chart/ }).click();
  await expect(page.getByRole('application', { name: 'Chart of alpha' })).toBeVisible();
  expect(await resultHash(page)).toBe(hash);

  await expect(trades(page).getByRole('gridcell', { name: 'beta', exact: true }).first()).toBeVisible();
  const group = page.getByRole('group', { name: 'Trades listed' });
  await group.getByLabel('Instrument').selectOption('is beta');
  await expect(trades(page).getByRole('gridcell', { name: 'alpha', exact: true })).toHaveCount(0);
  await trades(page).getByRole('gridcell', { name: 'beta', exact: true }).first().click();
  await expect(page.getByRole('application', { name: 'Chart of beta' })).toBeVisible();

  await group.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Instrument' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(trades(page).getByRole('columnheader', { name: 'Instrument' })).toHaveCount(0);

  await page.getByRole('tab', { name: /^Orders/ }).click();
  const orders = page.getByRole('grid', { name: 'Orders' });
  await page.getByRole('group', { name: 'Orders listed' }).getByLabel('Instrument').selectOption('is alpha');
  await expect(orders.getByRole('gridcell', { name: 'alpha', exact: true }).first()).toBeVisible();
  await expect(orders.getByRole('gridcell', { name: 'beta', exact: true })).toHaveCount(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('tab', { name: /^Trades/ }).click();
      await page.getByRole('button', { name: 'Export' }).click();
    })(),
  ]);
  const [header, first] = (await readFile(await download.path(), 'utf8')).split('\n');
  expect(header).toMatch(/^instrument,market,/);
  expect(first).toMatch(/^(alpha|beta),[01],/);
});

test('the report says what each instrument earned, and what cannot be done says why', async ({
  page,
  app,
}, info) => {
  await openWorkspace(page, app);
  await runOnBoth(page, await writeFiles(info));
  await page.goto(await copyLink(page));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identical');
  await expect(page.getByRole('region', { name: 'Where it comes from' })).toContainText('beta');

  await page.goto(`${app.url}/#/report`);
  await resultShown(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Golden cross on alpha, beta' })).toBeVisible();
  await expect(page.getByTestId('report-details')).toHaveAttribute('data-fresh', 'true', { timeout: 30_000 });
  const earned = page.getByRole('region', { name: 'Where the profit came from' });
  await expect(earned.getByRole('rowheader', { name: 'alpha' })).toBeVisible();
  await expect(earned.getByRole('rowheader', { name: 'beta' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Portfolio', exact: true })).toContainText(
    'Concentration, mean',
  );

  const late = page.getByRole('region', { name: 'Late orders' });
  await late.getByRole('button', { name: /^Run \d+ variants/ }).click();
  await expect(late.getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
  await expect(late.getByRole('alert')).toHaveCount(0);
});

test('a dataset that is deleted leaves the run, and undo and bringing it back give it again', async ({
  page,
  app,
}, info) => {
  await openWorkspace(page, app);
  const hash = await runOnBoth(page, await writeFiles(info));
  await dataRow(page, 'S&P 500, daily').click({ modifiers: ['ControlOrMeta'] });
  const three = await otherResult(page, hash);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  expect(await otherResult(page, three)).toBe(hash);

  await dataRow(page, 'alpha').hover();
  await page.getByRole('button', { name: 'Acts on alpha' }).click();
  await page.getByRole('menuitem', { name: 'Delete alpha' }).click();
  await expect(page.getByText('alpha removed. Runs go over the other one alone.')).toBeVisible();
  await otherResult(page, hash);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', hash);

  await panel(page).getByRole('button', { name: 'One alone' }).click();
  await otherResult(page, hash);
  await expect(worth(page)).toContainText('holding beta');
});

for (const colorScheme of ['dark', 'light'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible in ${colorScheme} at ${width}`, async ({ page, app }, info) => {
      await page.emulateMedia({ colorScheme });
      await openWorkspace(page, app);
      await runOnBoth(page, await writeFiles(info));
      if (width === 390) await page.setViewportSize({ width, height: 844 });
      else await page.getByRole('button', { name: 'Run on several' }).click();
      const closed = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
      expect(closed.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.keyboard.press('ControlOrMeta+K');
      await page.getByRole('combobox', { name: 'Search or run a command' }).fill('Instruments of the run');
      await page.getByRole('option', { name: /Instruments of the run/ }).click();
      await expect(page.getByRole('dialog', { name: 'Instruments of this run' })).toBeVisible();
      const open = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
      expect(open.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

test('datasets are chosen by keyboard alone', async ({ page, app }, info) => {
  const { alpha, beta } = await writeFiles(info);
  await openWorkspace(page, app);
  await importFile(page, alpha, 'alpha');
  await importFile(page, beta, 'beta');
  await page.getByRole('link', { name: 'Backtab, the workspace' }).click();
  const before = await resultHash(page);
  await page.getByRole('button', { name: 'Run on several' }).press('Enter');
  await expect(dataRow(page, 'beta')).toHaveAttribute('aria-pressed', 'true');
  await dataRow(page, 'alpha').press('Space');
  await expect(dataRow(page, 'alpha')).toHaveAttribute('aria-pressed', 'true');
  const both = await otherResult(page, before);
  await panel(page).getByRole('button', { name: 'Done' }).press('Enter');
  await dataRow(page, 'S&P 500, daily').press('Control+Space');
  await otherResult(page, both);
  await expect(panel(page).getByText('Runs go over 3 datasets in one account.')).toBeVisible();
});

import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { expect, openWorkspace, otherResult, resultHash, test } from './support/app';
import { holdJobs, workerOf } from './support/workers';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const CARDS = [
  'What the result is worth',
  'Equity, log scale',
  'Five deepest falls',
  'Return of each trade',
  'Return by month, %',
  'How sure is this?',
  'More figures',
  'Return of each year',
  'Spread of returns',
  'Over a moving window',
  'Exposure',
  'How far trades went, and what they kept',
  'Costs by kind',
  'Where the profit came from',
  'Falls below the peak',
  'Crisis windows',
  'All figures',
  'Returns and growth',
  'Risk',
  'Ratios',
  'Trades',
  'By the conventions of TradingView',
];

type App = { readonly url: string };

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Opens the report and waits until all of it was worked out. */
async function openReport(page: Page, app: App): Promise<void> {
  await openWorkspace(page, app, '/#/report');
  await expect(page.getByTestId('report-details')).toHaveAttribute('data-fresh', 'true', { timeout: 30_000 });
}

/** Runs other settings and stays with each, so that they are kept. */
async function keepRuns(page: Page, count: number): Promise<void> {
  const runs = page.getByRole('navigation', { name: 'Strategies, data and runs' }).getByText(/^\d+ trades?$/);
  await expect(runs).toHaveCount(1);
  for (let kept = 2; kept <= count; kept++) {
    const before = await resultHash(page);
    await page.getByRole('slider', { name: 'slow, bars' }).focus();
    await page.keyboard.press('ArrowUp');
    await otherResult(page, before);
    await expect(runs).toHaveCount(kept);
  }
}

/** How many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

test('the report opens with all its cards, and every chart with a name and a table', async ({
  page,
  app,
}) => {
  await openReport(page, app);
  for (const name of CARDS) await expect(card(page, name), name).toBeAttached();
  const charts = page.getByTestId('report-details').getByRole('application');
  await expect(charts).toHaveCount(7);
  for (const chart of await charts.all())
    expect(await chart.getAttribute('aria-label')).toMatch(/\d.*Arrow keys/);

  await page.getByRole('button', { name: 'Show the return of each year as table' }).click();
  const years = page.getByRole('grid', { name: 'the return of each year' });
  await expect(years.getByRole('row', { name: /^2003 \+13\.4\s% \+26\.4\s%/ })).toBeAttached();
  await page.getByRole('button', { name: 'Show the return of each year as chart' }).click();

  const crises = card(page, 'Crisis windows');
  await expect(crises.getByRole('row', { name: /^Financial crisis 2007-10-09 2009-03-09/ })).toBeVisible();
  await expect(card(page, 'Costs by kind')).toContainText(/Together\s*\$6,740\s*\$0\s*\$6,740/);
});

test('the equity stands on a log or a linear scale', async ({ page, app }) => {
  await openReport(page, app);
  const scale = page.getByRole('group', { name: 'Scale of the equity' });
  await expect(scale.getByRole('button', { name: 'Log' })).toHaveAttribute('aria-pressed', 'true');
  await scale.getByRole('button', { name: 'Linear' }).click();
  await expect(card(page, 'Equity, linear scale')).toBeVisible();
  await expect(scale.getByRole('button', { name: 'Linear' })).toHaveAttribute('aria-pressed', 'true');
  await scale.getByRole('button', { name: 'Log' }).click();
  await expect(card(page, 'Equity, log scale')).toBeVisible();
});

test('figures are found, have ranges, and say why there is none', async ({ page, app }) => {
  await openReport(page, app);
  const figures = card(page, 'All figures');
  await expect(figures.getByText('ranges stand below the figures')).toBeVisible({ timeout: 30_000 });
  await expect(card(page, 'Ratios')).toContainText(/Sharpe, yearly\s*0\.26\s*−0\.\d\d to \+0\.\d\d/);
  await expect(card(page, 'Trades')).toContainText('Not enough data: 29 trades, 30 needed.');

  await page.getByRole('searchbox', { name: 'Find a figure' }).fill('sortino');
  await expect(card(page, 'Returns and growth')).toHaveCount(0);
  await expect(card(page, 'Ratios').getByRole('button', { name: 'Sortino, yearly' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a figure' }).fill('no such figure');
  await expect(figures).toContainText('No figure is called that.');
});

test('the moving window has another length', async ({ page, app }) => {
  await openReport(page, app);
  const rolling = card(page, 'Over a moving window');
  const sharpe = rolling.getByRole('application', { name: /^Sharpe, yearly/ });
  await expect(sharpe).toHaveAccessibleName(/Sharpe, yearly n\/a, at 2020-04-17/);
  await rolling.getByRole('combobox', { name: 'Window' }).selectOption({ label: '3 years, 756 returns' });
  await expect(sharpe).toHaveAccessibleName(/Sharpe, yearly \d\.\d\d, at 2020-04-17/);
});

test('a trade of the scatter is named by keyboard and opens on the chart', async ({ page, app }) => {
  await openReport(page, app);
  const scatter = card(page, 'How far trades went, and what they kept').getByRole('application');
  await scatter.focus();
  await page.keyboard.press('End');
  await expect(scatter).toHaveAccessibleName(/#29 long −3\.0\s%, MAE .*%, MFE .*%/);
  await page.keyboard.press('ArrowLeft');
  await expect(scatter).toHaveAccessibleName(/#28 long \+4\.2\s%/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /^28 Long/ })).toHaveAttribute('aria-selected', 'true');
});

test('runs are compared: growth, figures with differences, best and worst in words', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  await expect(page.getByRole('button', { name: 'Compare runs' })).toHaveAttribute('aria-disabled', 'true');
  await keepRuns(page, 3);
  await page.getByRole('button', { name: 'Compare runs' }).click();
  await expect(page.getByTestId('comparison')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^20 \/ 100/ })).toBeChecked();
  await page.getByRole('checkbox', { name: /^20 \/ 110/ }).uncheck();

  const figures = card(page, 'Figures');
  await expect(figures.getByRole('columnheader')).toHaveText(['Figure', '20 / 120', '20 / 100', 'Holding']);
  const sharpe = figures.getByRole('row', { name: /^Sharpe, yearly/ });
  await expect(sharpe).toContainText('best');
  await expect(sharpe).toContainText('worst');
  await expect(sharpe).toContainText(/[+−]0\.\d\d/);
  await expect(figures.getByRole('row', { name: /^Trades/ })).not.toContainText('best');
  await figures.getByRole('combobox', { name: 'Differences from' }).selectOption('20 / 100');

  const growth = page.getByRole('application', { name: /^Growth since the first bar/ });
  await expect(growth).toHaveAccessibleName(/20 \/ 100 \+40\.5\s%/);
  await page
    .getByRole('group', { name: 'Scale of the growth' })
    .getByRole('button', { name: 'Linear' })
    .click();
  await expect(card(page, 'Growth since the first bar, linear scale')).toBeVisible();
});

test('four questions are answered when they are asked, and one can be cancelled', async ({ page, app }) => {
  await openReport(page, app);
  const studies = card(page, 'What the result hangs on');
  const costs = card(page, 'Dearer trading');
  await expect(costs).toContainText('What is left when trading costs more?');
  await costs.getByRole('button', { name: /^Run \d+ variants$/ }).click();
  const grid = costs.getByRole('table');
  await expect(grid.getByRole('row')).toHaveCount(8, { timeout: 30_000 });
  await expect(grid.getByRole('cell', { name: /as run/ })).toHaveText(/\+1\.7\s%/);
  await expect(costs).toContainText(/Growth a year \+1\.69\s% a year as run; median .* over 49 variants/);

  const skipped = card(page, 'Missed entries');
  const goOn = await holdJobs(workerOf(page, 'report'));
  await skipped.getByRole('button', { name: 'Run 100 variants' }).click();
  await skipped.getByRole('button', { name: 'Cancel' }).click();
  await goOn();
  await expect(skipped.getByRole('button', { name: 'Run 100 variants' })).toBeVisible();

  await studies.getByRole('button', { name: 'Run the others' }).click();
  for (const name of ['Another first day', 'Late orders', 'Missed entries'])
    await expect(card(page, name)).toContainText('as run; median', { timeout: 30_000 });
  await studies.getByRole('combobox', { name: 'Figure' }).selectOption('Sharpe, yearly');
  await expect(costs).toContainText(/Sharpe, yearly \+0\.26 as run/);
  expect(await violations(page)).toEqual([]);
});

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export of the report' });
const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

async function saved(page: Page, table: string, format: 'CSV' | 'Arrow' | 'JSON'): Promise<Download> {
  await dialogOf(page).getByRole('combobox', { name: 'Table' }).selectOption({ label: table });
  await dialogOf(page).getByRole('button', { name: format, exact: true }).click();
  const downloading = page.waitForEvent('download');
  await dialogOf(page).getByRole('button', { name: /^Save/ }).click();
  return downloading;
}

test('every table leaves the page as CSV, Arrow and JSON', async ({ page, app }) => {
  await openReport(page, app);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const tables = [
    ['All figures', 'figures', null],
    ['Equity, one row a bar', 'equity', 5105],
    ['Trades', 'trades', 29],
    ['Orders', 'orders', 116],
    ['Steps of the orders', 'order-events', null],
    ['Fills', 'fills', 58],
  ] as const;
  for (const [label, name, rows] of tables) {
    const csv = await saved(page, label, 'CSV');
    expect(csv.suggestedFilename()).toBe(`${name}.csv`);
    const lines = (await bytesOf(csv)).toString('utf8').trimEnd().split('\r\n');
    const json = JSON.parse((await bytesOf(await saved(page, label, 'JSON'))).toString('utf8')) as object[];
    const arrow = tableFromIPC(await bytesOf(await saved(page, label, 'Arrow')));
    expect([name, json.length, arrow.numRows]).toEqual([name, lines.length - 1, lines.length - 1]);
    if (rows !== null) expect([name, lines.length - 1]).toEqual([name, rows]);
    expect(lines.length).toBeGreaterThan(1);
  }
});

test('the report leaves the page as one HTML file that asks for nothing', async ({
  page,
  app,
  browser,
}, testInfo) => {
  await openReport(page, app);
  await expect(page.getByText('ranges stand below the figures')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const downloading = page.waitForEvent('download', { timeout: 30_000 });
  await dialogOf(page).getByRole('button', { name: 'HTML report' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('golden-cross-report.html');

  const reader = await browser.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  const path = testInfo.outputPath('report.html');
  await download.saveAs(path);
  const address = `file://${path}`;
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('Golden cross');
  await expect(reader.getByText((await resultHash(page)).slice(0, 16)).first()).toBeAttached();
  expect(await reader.locator('svg').count()).toBeGreaterThan(5);
  expect(asked).toEqual([address]);
  await reader.close();
});

test('orders are filtered by how they ended, and lead to their bar', async ({ page, app }) => {
  await openWorkspace(page, app, '/#/?tab=orders');
  const filters = page.getByRole('group', { name: 'Orders listed' });
  const orders = page.getByRole('grid', { name: 'Orders' });
  await filters.getByRole('combobox', { name: 'Status' }).selectOption('is canceled');
  await expect(filters.getByRole('status')).toHaveText(/^\d+ of \d+ orders$/);
  await expect(orders.getByRole('row').nth(1)).toContainText('Withdrawn');
  await filters.getByRole('combobox', { name: 'Why' }).selectOption('is sibling_filled');
  await orders.getByRole('row').nth(1).click();
  const life = page.getByRole('region', { name: 'Life of the order' });
  await expect(life).toContainText('Its sibling filled first');
  await filters.getByRole('button', { name: 'Show all orders' }).click();
  await life
    .getByRole('button', { name: /on the chart$/ })
    .last()
    .click();
  await expect(page.getByRole('application', { name: 'Chart of S&P 500' })).toBeVisible();
  await orders.getByRole('row', { selected: true }).press('End');
  await orders.getByRole('row', { name: /^1 2000-/ }).press('Enter');
  await expect(page).toHaveURL(/[?&]from=\d+/);
});

for (const theme of ['dark', 'light'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test.describe(`${theme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme: theme, viewport });

      test('neither report nor comparison breaks a rule of WCAG 2.2 AA', async ({ page, app }) => {
        await page.setViewportSize({ width: 1440, height: 900 });
        await openWorkspace(page, app);
        await keepRuns(page, 3);
        await page.setViewportSize(viewport);
        await page.goto(`${app.url}/#/report`);
        await expect(page.getByTestId('report-details')).toHaveAttribute('data-fresh', 'true');
        await expect(page.getByText('ranges stand below the figures')).toBeAttached({ timeout: 30_000 });
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name: 'Compare', exact: true }).click();
        await expect(page.getByTestId('comparison')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
    });

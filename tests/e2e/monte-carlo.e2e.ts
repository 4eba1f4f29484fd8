import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, openWorkspace, otherResult, resultHash, test } from './support/app';
import { violations } from './support/axe';

const controls = (page: Page) => page.getByRole('toolbar', { name: 'Monte Carlo' });
const chances = (page: Page) => page.getByRole('region', { name: 'Chances and losses' });
const run = (page: Page) => controls(page).getByRole('button', { name: /^Run / });

async function openFutures(page: Page, app: { url: string }): Promise<void> {
  await openWorkspace(page, app);
  await page.getByRole('tab', { name: 'Monte Carlo' }).click();
  await page.getByRole('button', { name: 'Simulate futures' }).click();
  await expect(chances(page)).toBeVisible({ timeout: 30_000 });
}

test('futures of the run: ways, ends, falls and chances with their ranges, and what is taken for granted', async ({
  page,
  app,
}) => {
  await openFutures(page, app);
  await expect(page.getByText('After 252 bars the account has changed by')).toBeVisible();
  await expect(
    page.getByRole('img', { name: /^10,000 possible ways of 252 bars: half end between/ }),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: /^10,000 paths by deepest fall/ })).toBeVisible();
  await expect(chances(page)).toContainText(/Ends below the start\s*\d+\.\d.%\s*\d+\.\d.% to \d+\.\d.%/);
  await expect(chances(page)).toContainText('Expected shortfall, 99');
  await expect(page.getByRole('region', { name: 'What is taken for granted' })).toContainText('mean block');

  const first = await chances(page).innerText();
  await run(page).click();
  await expect(run(page)).toHaveText('Run again');
  expect(await chances(page).innerText()).toBe(first);
  await controls(page).getByRole('spinbutton', { name: 'Seed' }).fill('2');
  await run(page).click();
  await expect(page.getByText('10,000 paths of 252 bars, seed 2')).toBeVisible();
  expect(await chances(page).innerText()).not.toBe(first);
});

test('another model, a refusal with its reason, and a result that is of an earlier run', async ({
  page,
  app,
}) => {
  await openFutures(page, app);
  await controls(page).getByRole('combobox', { name: 'Model' }).selectOption('Trades in another order');
  await expect(controls(page).getByRole('spinbutton', { name: 'Bars' })).toBeDisabled();
  await run(page).click();
  await expect(page.getByText('10,000 paths of 29 trades, seed 1')).toBeVisible();
  await controls(page).getByRole('combobox', { name: 'Model' }).selectOption('Stretches of the past');
  await controls(page).getByRole('spinbutton', { name: 'Bars' }).fill('4000');
  await run(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'data_insufficient' }).first()).toContainText(
    'A historical simulation of two stretches that share no bar',
  );

  await page.goto(`${app.url}/#/`);
  const before = await resultHash(page);
  await page.getByRole('textbox', { name: 'fast' }).fill('30');
  await otherResult(page, before);
  await page.goto(`${app.url}/#/monte-carlo`);
  await expect(page.getByText('These are of an earlier run. Run again for the one on screen.')).toBeVisible();
});

test('a simulation can be cancelled, and its quantiles leave the page as a table and as CSV', async ({
  page,
  app,
}) => {
  await openFutures(page, app);
  await page.getByRole('button', { name: 'Show Possible ways as table' }).click();
  await expect(page.getByRole('grid', { name: 'Possible ways' }).getByRole('row')).not.toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const [head, start] = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(head).toBe('step,quantile01,quantile05,quantile25,quantile50,quantile75,quantile95,quantile99');
  expect(start).toBe('0,1,1,1,1,1,1,1');

  await controls(page).getByRole('spinbutton', { name: 'Paths' }).fill('1000000');
  await run(page).click();
  await controls(page).getByRole('button', { name: 'Cancel simulation' }).click();
  await expect(run(page)).toBeVisible();
  await expect(page.getByText('10,000 paths of 252 bars, seed 1')).toBeVisible();
});

for (const width of [1440, 390])
  for (const colorScheme of ['dark', 'light'] as const)
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' });

      test('futures break no rule of WCAG 2.2 AA and do not scroll sideways', async ({ page, app }) => {
        await openWorkspace(page, app);
        await page.goto(`${app.url}/#/monte-carlo`);
        expect(await violations(page)).toEqual([]);
        await run(page).click();
        await expect(chances(page)).toBeVisible({ timeout: 30_000 });
        expect(await violations(page)).toEqual([]);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(beyond).toBeLessThanOrEqual(0);
      });
    });

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { violations } from './support/axe';
import { expect, openWorkspace, otherResult, resultHash, test, writeScript } from './support/app';

const controls = (page: Page) => page.getByRole('toolbar', { name: 'Sweep' });
const view = (page: Page, name: string) =>
  page.getByRole('group', { name: 'View of the sweep' }).getByRole('button', { name, exact: true });

async function choose(page: Page, name: RegExp): Promise<void> {
  await controls(page).getByRole('button', { name }).click();
}

/** 150 settings at random of those whose slow average is more than twice the fast one, by Sharpe ratio and deepest fall. */
async function searchTwice(page: Page, app: { url: string }): Promise<void> {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await choose(page, /^Search/);
  await page.getByRole('radio', { name: /^Random/ }).check();
  await page.getByRole('spinbutton', { name: 'Settings to try' }).fill('1');
  await expect(page.getByText('A whole number from 2 to 1,000,000. 1,000 stays in force.')).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Settings to try' }).fill('150');
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('7');
  await page.keyboard.press('Escape');
  await choose(page, /^Condition/);
  await page.getByRole('textbox', { name: 'Only settings where' }).fill('fast * 2 < slwo');
  await expect(
    page.getByText(/'fast \* 2 < slwo' cannot be used\. .* No condition stays in force\./),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Only settings where' }).fill('fast * 2 < slow');
  await page.keyboard.press('Escape');
  await expect(controls(page).getByRole('button', { name: 'Condition: fast * 2 < slow' })).toBeVisible();
  await choose(page, /^Objective/);
  await page.getByRole('button', { name: 'Add an objective' }).click();
  await page.keyboard.press('Escape');
  await expect(controls(page).getByRole('button', { name: 'Objective: 2 objectives' })).toBeVisible();
  await controls(page).getByRole('button', { name: 'Run 150 of 264 settings' }).click();
  await expect(controls(page)).toContainText('150 of 150 exact');
}

test("the GPU's program can be read, and why there is none is told", async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  const program = page.getByRole('dialog', { name: "The GPU's program" });
  const show = async (): Promise<void> => {
    await choose(page, /^Computed by/);
    await page.getByRole('button', { name: "Show the GPU's program" }).click();
  };
  await show();
  await expect(program.getByLabel('WGSL')).toContainText('Two-average crossover traded long-only');
  await expect(program).toContainText(/\d+ lines, SHA-256 [0-9a-f]{8}/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(program).toHaveCount(0);

  const first = await resultHash(page);
  await page.goto(`${app.url}/#/`);
  await writeScript(
    page,
    `strategy('Waits', { capital: 100_000, fee: percent(0.1) })
const period = param('period', 5, { min: 2, max: 40, step: 1 })
if (crossunder(rsi(close, period), 30)) buy({ size: percentOfEquity(50), limit: close * 0.99 })
if (rsi(close, period) > 60) exit()`,
  );
  await otherResult(page, first);
  await page.goto(`${app.url}/#/sweep`);
  await show();
  await expect(program).toContainText("No GPU screens this sweep: an order has the option 'limit'.");
});

test('a random search under a condition, by two objectives: the front opens a setting', async ({
  page,
  app,
}) => {
  await searchTwice(page, app);
  const main = page.getByRole('main');
  await expect(main).toContainText('Random, seed 7: 150 of 264 settings tried.');
  await expect(main).toContainText('Looked for: most Sharpe, yearly; least Deepest fall.');
  await expect(page.getByRole('gridcell', { name: /^fast 60, slow 100;.*not tried$/ })).toHaveCount(1);
  const before = await resultHash(page);
  await view(page, 'Pareto').click();
  const front = page.getByRole('application', {
    name: /^Deepest fall against Sharpe, yearly; \d+ settings? on the front/,
  });
  await front.focus();
  await page.keyboard.press('ArrowRight');
  await expect(front).toHaveAccessibleName(
    / \d+ \/ \d+, Sharpe, yearly 0\.\d+, Deepest fall −\d+\.\d.%\. Arrow keys/,
  );
  const name = (await front.getAttribute('aria-label')) ?? '';
  const [, fast, slow] = /(\d+) \/ (\d+), Sharpe/.exec(name) ?? [];
  await page.keyboard.press('Enter');
  await otherResult(page, before);
  await expect(page.getByRole('banner')).toContainText(`fast ${fast} · slow ${slow}`);
});

test('every view of a search is without faults, wide and on a phone, and says the same as its table', async ({
  page,
  app,
}) => {
  test.slow();
  await searchTwice(page, app);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ['Map', 'Slices', 'Parallel', 'Pareto', 'Table']) {
      await view(page, name).click();
      await expect(view(page, name)).toHaveAttribute('aria-pressed', 'true');
      expect(await violations(page), `${name} at ${width}`).toEqual([]);
    }
  }
  await view(page, 'Slices').click();
  await page.getByRole('button', { name: 'Show Sharpe, yearly along fast as table' }).click();
  await expect(page.getByRole('grid', { name: 'Sharpe, yearly along fast' }).getByRole('row')).toHaveCount(
    13,
  );
});

test('ranges of the parallel axes and a condition choose what the table lists', async ({ page, app }) => {
  await searchTwice(page, app);
  await view(page, 'Parallel').click();
  const listed = page.getByRole('group', { name: 'Settings listed' });
  const table = page.getByRole('grid', { name: 'All settings' });
  const count = async (): Promise<number> => Number(await table.getAttribute('aria-rowcount')) - 1;
  expect(await count()).toBe(150);
  const most = page.getByRole('slider', { name: 'fast, most' });
  await most.press('Home');
  await expect(most).toHaveAttribute('aria-valuetext', '5');
  await expect(listed).toContainText(/\d+ of 150 settings/);
  const ofFive = await count();
  expect(ofFive).toBeGreaterThan(0);
  expect(ofFive).toBeLessThan(23);

  await view(page, 'Table').click();
  const where = listed.getByRole('textbox', { name: 'Where' });
  await where.fill('slow >= 200 && trades');
  await expect(page.getByText(/cannot be used.*The list stays as it was\./)).toBeVisible();
  expect(await count()).toBe(ofFive);
  await where.fill('slow >= 200 && trades > 0');
  await expect.poll(count).toBeLessThan(ofFive);
  await listed.getByRole('button', { name: 'Take the range of fast away' }).click();
  await expect.poll(count).toBeGreaterThan(ofFive);
  await where.fill('trades > 100000');
  await expect(page.getByText('No setting meets the condition.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all settings' }).click();
  await expect.poll(count).toBe(150);
});

test('all settings are exported as Arrow and as CSV', async ({ page, app }) => {
  await searchTwice(page, app);
  const save = async (label: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: label }).click(),
    ]);
    return readFile(await download.path());
  };
  const table = tableFromIPC(await save('Settings as Arrow'));
  expect(table.numRows).toBe(150);
  const names = table.schema.fields.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['fast', 'slow', 'sharpe', 'maxDrawdown', 'exact', 'neighbours']),
  );
  const csv = (await save('Settings as CSV')).toString().trim().split(/\r?\n/);
  expect(csv[0]).toBe(names.join(','));
  expect(csv).toHaveLength(151);
  for (const row of table.toArray() as readonly { fast: number; slow: number }[])
    expect(row.fast * 2).toBeLessThan(row.slow);
});

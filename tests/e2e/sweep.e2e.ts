import type { Page } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../../src/tools/chromium.mjs';
import { expect, openWorkspace, otherResult, resultHash, resultShown, test, worth } from './support/app';

const controls = (page: Page) => page.getByRole('toolbar', { name: 'Sweep' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Verdict on the sweep' });
const cell = (page: Page, name: string | RegExp) => page.getByRole('gridcell', { name });

async function openSweep(page: Page, app: { url: string }): Promise<void> {
  await openWorkspace(page, app);
  await page.getByRole('tab', { name: 'Sweep' }).click();
  await page.getByRole('button', { name: 'Sweep fast and slow' }).click();
}

async function computeBy(page: Page, name: RegExp): Promise<void> {
  await controls(page)
    .getByRole('button', { name: /^Computed by/ })
    .click();
  await page.getByRole('radio', { name }).check();
  await page.keyboard.press('Escape');
}

test('two parameters become a heat map of exact cells, judged as a whole', async ({ page, app }) => {
  await openSweep(page, app);
  await expect(controls(page)).toContainText('255 of 255 exact');
  await expect(page.getByRole('grid', { name: 'Sharpe, yearly by fast and slow' })).toBeVisible();
  await expect(page.getByRole('grid', { name: /^Sharpe, yearly by/ }).getByRole('gridcell')).toHaveCount(264);
  await expect(cell(page, /; not run, fast is not below slow$/)).toHaveCount(9);
  await expect(page.getByText('Not run: fast is not below slow (9)')).toBeVisible();
  await expect(cell(page, /best cell/)).toHaveAccessibleName(
    /^fast 10, slow 240; Sharpe, yearly 0\.80; best cell/,
  );
  await expect(cell(page, /your run/)).toHaveAccessibleName(/^fast 20, slow 100; Sharpe, yearly 0\.26/);
  await expect(panel(page)).toContainText('Screened by WASM in f64. 255 settings were run exactly as well');
  await expect(panel(page)).toContainText(/rank correlation 1\.0000, greatest difference /);
  await expect(panel(page)).toContainText('10/240 had the best Sharpe, 0.80 on 16 trades');
});

test('a click on a cell opens that run, exactly', async ({ page, app }) => {
  await openSweep(page, app);
  const before = await resultHash(page);
  const best = cell(page, /best cell/);
  await best.hover();
  const facts = panel(page).getByRole('heading', { name: 'Best cell', exact: true });
  await expect(facts).toBeVisible();
  const shown = await panel(page).innerText();
  await best.click();
  const own = await otherResult(page, before);
  await expect(page.getByRole('banner')).toContainText('fast 10 · slow 240');
  await expect(page.getByRole('tab', { name: 'Trades 16' })).toBeVisible();
  for (const name of ['Sharpe, yearly', 'Growth a year', 'Deepest fall']) {
    const value = new RegExp(`${name}\\s+(\\S+)`).exec(shown)?.[1];
    expect(value, name).toBeTruthy();
    await expect(worth(page)).toContainText(value ?? '');
  }
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await otherResult(page, own);
  expect(await resultHash(page)).toBe(before);
});

test('a cell opens by keyboard alone', async ({ page, app }) => {
  await openSweep(page, app);
  const before = await resultHash(page);
  await cell(page, /best cell/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, /^fast 10, slow 250;/)).toBeFocused();
  await page.keyboard.press('Enter');
  await otherResult(page, before);
  await expect(page.getByRole('banner')).toContainText('fast 10 · slow 250');
});

test('a larger grid can be cancelled, and the grid before stays', async ({ page, app }) => {
  await openSweep(page, app);
  await expect(controls(page)).toContainText('255 of 255 exact');
  await controls(page)
    .getByRole('button', { name: /^slow / })
    .click();
  await page.getByRole('spinbutton', { name: 'Step' }).fill('0');
  await expect(page.getByText('10 stays')).toContainText('stays in force');
  await page.getByRole('spinbutton', { name: 'Step' }).fill('1');
  await page.keyboard.press('Escape');
  await controls(page)
    .getByRole('button', { name: /^fast / })
    .click();
  await page.getByRole('spinbutton', { name: 'Step' }).fill('1');
  await page.keyboard.press('Escape');
  await controls(page).getByRole('button', { name: /^Run/ }).click();
  await controls(page).getByRole('button', { name: 'Cancel sweep' }).click();
  await expect(controls(page)).toContainText('255 of 255 exact');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the GPU screens, and what it agrees with is said', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await computeBy(page, /^GPU/);
  await controls(page).getByRole('button', { name: 'Run 264 settings' }).click();
  await expect(controls(page)).toContainText(/Screened, f32; \d+ of 255 exact/);
  await expect(panel(page)).toContainText(
    /Screened by GPU in f32\. \d+ settings were run exactly as well: rank correlation [01]\.\d+, greatest difference .* at \d+\/\d+, /,
  );
  await expect(cell(page, /best cell/)).toHaveAccessibleName(/^fast 10, slow 240; Sharpe, yearly 0\.80/);
  await cell(page, /^fast 30, slow 200;/).hover();
  await expect(panel(page)).toContainText(/Computed\s*(exactly|screened, opens exactly)/);
});

test('the plain CPU gives the same cells', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await computeBy(page, /^CPU/);
  await controls(page).getByRole('button', { name: 'Run 264 settings' }).click();
  await expect(controls(page)).toContainText('255 of 255 exact');
  await expect(panel(page)).toContainText('Screened by CPU in f64');
  await expect(cell(page, /best cell/)).toHaveAccessibleName(/^fast 10, slow 240; Sharpe, yearly 0\.80/);
});

test('a browser without WebGPU says so and sweeps', async ({ playwright, app }) => {
  const { executablePath } = test.info().project.use.launchOptions ?? {};
  const browser = await playwright.chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...CHROMIUM_FLAGS.filter((flag) => !/webgpu/.test(flag)),
      '--disable-features=WebGPU,WebGPUService',
    ],
  });
  const page = await browser.newPage();
  await openSweep(page, app);
  await expect(controls(page)).toContainText('255 of 255 exact');
  await controls(page)
    .getByRole('button', { name: /^Computed by/ })
    .click();
  await expect(page.getByRole('radio', { name: /^GPU/ })).toBeDisabled();
  await expect(page.getByRole('radio', { name: /^GPU .*(no|not|No) / })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`${app.url}/`);
  await resultShown(page);
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('WASM SIMD');
  await browser.close();
});

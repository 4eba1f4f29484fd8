import type { Page } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../../src/tools/chromium.mjs';
import { violations } from './support/axe';
import {
  expect,
  openWorkspace,
  otherResult,
  resultHash,
  resultShown,
  test,
  worth,
  writeScript,
} from './support/app';

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

async function setStep(page: Page, axis: RegExp, step: string): Promise<void> {
  await controls(page).getByRole('button', { name: axis }).click();
  await page.getByRole('spinbutton', { name: 'Step' }).fill(step);
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
    const value = new RegExp(`${name}\\s+\\+?([−\\d.]+)`).exec(shown)?.[1];
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

test('a sweep can be cancelled, and the one before stays', async ({ page, app }) => {
  await openSweep(page, app);
  await expect(controls(page)).toContainText('255 of 255 exact');
  await controls(page)
    .getByRole('button', { name: /^slow / })
    .click();
  await page.getByRole('spinbutton', { name: 'Step' }).fill('0');
  await expect(page.getByText('The step must be above zero. 40 to 250, by 10 stays in force.')).toBeVisible();
  await page.keyboard.press('Escape');
  await setStep(page, /^slow /, '2');
  await setStep(page, /^fast /, '1');
  await computeBy(page, /^CPU/);
  await controls(page).getByRole('button', { name: /^Run/ }).click();
  await controls(page).getByRole('button', { name: 'Cancel sweep' }).click();
  await expect(controls(page)).toContainText('255 of 255 exact');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the GPU screens, the best are run again exactly, and how far both agree is said', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await setStep(page, /^fast /, '1');
  await computeBy(page, /^GPU/);
  await controls(page)
    .getByRole('button', { name: /^Run 1,232 settings/ })
    .click();
  await expect(controls(page)).toContainText(/Screened, f32; \d+ of 1,\d+ exact/);
  await expect(panel(page)).toContainText(
    /Screened by GPU in f32\. \d+ settings were run exactly as well: rank correlation [01]\.\d+, greatest difference .* at \d+\/\d+, /,
  );
  await cell(page, /best cell/).hover();
  await expect(panel(page)).toContainText(/Computed\s*exactly/);
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

const THREE = `strategy('Three', { fee: percent(0.1) })
const period = param('period', 5, { min: 4, max: 12, step: 2 })
const dip = param('dip', 30, { min: 20, max: 40, step: 5 })
const trail = param('trail', 4, { min: 2, max: 8, step: 2 })
if (crossunder(rsi(close, period), dip)) buy({ size: percentOfEquity(90), trailing: percent(trail) })
if (position.bars >= 20) exit()
`;

test('three parameters: the third is held by a slider, or taken at its best, and any two are on the map', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  const before = await resultHash(page);
  await writeScript(page, THREE);
  await otherResult(page, before);
  await page.goto(`${app.url}/#/sweep`);
  await controls(page).getByRole('button', { name: 'Sweep another parameter' }).click();
  await page.getByRole('menuitem', { name: 'trail' }).click();
  await controls(page).getByRole('button', { name: 'Run 100 settings' }).click();
  await expect(controls(page)).toContainText('100 of 100 exact');
  await expect(panel(page)).toContainText('Screened by WASM in f64. 100 settings were run exactly as well');
  await expect(panel(page)).toContainText('greatest difference 0, equal trade counts');

  const map = page.getByRole('grid', { name: 'Sharpe, yearly by period and dip' });
  await expect(map.getByRole('gridcell')).toHaveCount(25);
  const shown = page.getByRole('toolbar', { name: 'What the map shows' });
  const slider = shown.getByRole('slider', { name: /^trail/ });
  await slider.press('Home');
  await expect(map.getByRole('gridcell').first()).toHaveAccessibleName(/^period 12, dip 20, trail 2;/);
  await slider.press('ArrowRight');
  await expect(map.getByRole('gridcell').first()).toHaveAccessibleName(/^period 12, dip 20, trail 4;/);
  await shown.getByRole('combobox', { name: 'Others' }).selectOption('at their best');
  await expect(map.getByRole('gridcell').first()).toHaveAccessibleName(
    /^period 12, dip 20, best over trail;/,
  );
  await shown.getByRole('combobox', { name: 'Across' }).selectOption('trail');
  const other = page.getByRole('grid', { name: 'Sharpe, yearly by period and trail' });
  await expect(other.getByRole('gridcell')).toHaveCount(20);
  expect(await violations(page)).toEqual([]);

  await controls(page)
    .getByRole('button', { name: /^trail/ })
    .click();
  await page.getByRole('button', { name: 'Do not sweep trail' }).click();
  await controls(page).getByRole('button', { name: 'Run 25 settings' }).click();
  await expect(controls(page)).toContainText('25 of 25 exact');
  await expect(shown).toHaveCount(0);
});

test('a sweep is validated by itself: one verdict, and all methods with question, assumptions and reason', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await setStep(page, /^fast/, '15');
  await setStep(page, /^slow/, '40');
  await controls(page)
    .getByRole('button', { name: /^Run \d+ settings/ })
    .click();
  await expect(controls(page)).toContainText(/(\d+) of \1 exact/);
  const validation = page.getByRole('region', { name: 'Validation' });
  await validation.getByRole('button', { name: 'Cancel validation' }).click();
  await validation.getByRole('button', { name: /^Validate the best setting \(about .+\)$/ }).click();
  const methods = validation.getByRole('listitem').filter({ has: page.locator('summary') });
  await expect(methods).toHaveCount(18, { timeout: 90_000 });
  await expect(validation).toContainText(
    /\d+ of 18 methods on \d+ settings, by the rules of the exact engine\./,
  );
  await expect(panel(page)).toContainText(/It passed \d+ of \d+ tests/);
  await expect(panel(page).getByRole('heading', { level: 3, name: /evidence/i })).toHaveCount(1);
  for (const method of await methods.all()) {
    const summary = method.locator('summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    await expect(method).toContainText(/\?/);
    await expect(method.getByRole('heading', { name: 'What is taken for granted' })).toBeVisible();
    await expect(method.locator('ul li').first()).toBeVisible();
    if (await summary.getByText('not run').isVisible()) await expect(method).toContainText(/\.\s/);
    else expect(await method.locator('dd').count()).toBeGreaterThan(0);
  }
  expect(await violations(page)).toEqual([]);
});

test('a validation ends with an edit or another sweep, and does not start where it is not wanted', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await setStep(page, /^fast/, '15');
  await setStep(page, /^slow/, '40');
  const run = controls(page).getByRole('button', { name: /^Run/ });
  await run.click();
  const validation = page.getByRole('region', { name: 'Validation' });
  const cancel = validation.getByRole('button', { name: 'Cancel validation' });
  const offer = validation.getByRole('button', { name: /^Validate the best setting/ });
  await expect(cancel).toBeVisible();
  await page.goto(`${app.url}/#/`);
  await writeScript(page, THREE);
  await page.goto(`${app.url}/#/sweep`);
  await expect(cancel).toHaveCount(0);
  await validation.getByRole('checkbox', { name: /^Validate each sweep by itself/ }).uncheck();
  await page.reload();
  await run.click();
  await expect(offer).toBeVisible();
  await expect(cancel).toHaveCount(0);
  await expect(
    validation.getByRole('checkbox', { name: /^Validate each sweep by itself/ }),
  ).not.toBeChecked();
});

test('a grid of more settings than a sweep tries is offered a search instead', async ({ page, app }) => {
  await openWorkspace(page, app);
  const before = await resultHash(page);
  await writeScript(page, THREE);
  await otherResult(page, before);
  await page.goto(`${app.url}/#/sweep`);
  await controls(page).getByRole('button', { name: 'Sweep another parameter' }).click();
  await page.getByRole('menuitem', { name: 'trail' }).click();
  await setStep(page, /^period /, '0.01');
  await setStep(page, /^dip /, '0.1');
  await setStep(page, /^trail /, '0.1');
  await expect(page.getByRole('main')).toContainText(
    'The grid has 9,821,061 settings; a sweep tries 1,000,000 at most.',
  );
  await expect(controls(page).getByRole('button', { name: /^Run 9,821,061 settings/ })).toBeDisabled();
  await page.getByRole('button', { name: 'Try 10,000 at random' }).click();
  await expect(controls(page).getByRole('status')).toContainText(/of 10,\d\d\d/);
  await controls(page).getByRole('button', { name: 'Cancel sweep' }).click();
  await expect(
    controls(page).getByRole('button', { name: 'Run 10,000 of 9,821,061 settings' }),
  ).toBeVisible();
});

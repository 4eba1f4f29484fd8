import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openWorkspace, otherResult, resultHash, resultShown, scriptOf, test } from './support/app';

const lists = (page: Page) => page.getByRole('navigation', { name: 'Strategies, data and runs' });
const gallery = (page: Page) => page.getByRole('region', { name: 'Examples', exact: true });
const example = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const choose = (page: Page, name: RegExp) => gallery(page).getByRole('button', { name }).click();
const openCopy = (page: Page) => page.getByRole('button', { name: 'Open a copy' }).click();

async function openGallery(page: Page, app: { readonly url: string }): Promise<void> {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/gallery`);
  await expect(gallery(page)).toBeVisible();
}

test.describe('gallery', () => {
  test('opens from the left panel, the start page and the palette', async ({ page, app }) => {
    await openWorkspace(page, app);
    await lists(page).getByRole('button', { name: 'Examples' }).click();
    await expect(gallery(page)).toBeVisible();
    await page.goto(`${app.url}/#/start`);
    await page.getByRole('button', { name: 'Browse the examples' }).click();
    await expect(gallery(page)).toBeVisible();
    await page.goto(`${app.url}/#/`);
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('combobox', { name: 'Search or run a command' }).fill('browse the ex');
    await page.keyboard.press('Enter');
    await expect(gallery(page)).toBeVisible();
    expect(new URL(page.url()).hash).toBe('#/gallery');
  });

  test('is searched and walked through with the keyboard, and shows scripts that cannot be changed', async ({
    page,
    app,
  }) => {
    await openGallery(page, app);
    await expect(example(page, 'Golden cross')).toContainText('Sideways markets cross often');
    const search = gallery(page).getByRole('searchbox', { name: 'Search examples' });
    await search.fill('stop half');
    await expect(gallery(page).getByRole('button')).toHaveText([/^Opening range/, /^Rising stop/]);
    await search.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(gallery(page).getByRole('button', { name: /^Rising stop/ })).toBeFocused();
    await page.keyboard.press('Enter');
    const script = page.getByRole('region', { name: 'Script of Rising stop' });
    await expect(script).toContainText("sell({ trigger: stop, tag: 'stop' })");
    await expect(script.locator('.keyword').first()).toBeVisible();
    await expect(script.getByRole('textbox')).toHaveCount(0);
    await search.fill('zebra');
    await expect(gallery(page)).toContainText('No example answers to that.');
  });

  test('opens copies that run, and never over a strategy that is there', async ({ page, app }) => {
    await openGallery(page, app);
    const before = await resultHash(page);
    await choose(page, /^Channel breakout/);
    await openCopy(page);
    const first = await otherResult(page, before);
    await expect(page.getByRole('tab', { name: 'Trades 48' })).toBeVisible();
    await scriptOf(page).focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('// mine\n');
    await resultShown(page);

    await lists(page).getByRole('button', { name: 'Examples' }).click();
    await choose(page, /^Channel breakout/);
    await openCopy(page);
    await expect(scriptOf(page)).toContainText("strategy('Channel breakout 2'");
    await expect(scriptOf(page)).not.toContainText('// mine');
    expect(await resultHash(page)).toBe(first);
    await lists(page).getByRole('button', { name: 'Channel breakout', exact: true }).click();
    await expect(scriptOf(page)).toContainText('// mine');
  });

  test('makes the bars that a session needs', async ({ page, app }) => {
    await openGallery(page, app);
    const before = await resultHash(page);
    await choose(page, /^Opening range/);
    const detail = example(page, 'Opening range');
    await expect(detail).toContainText('S&P 500, daily has no time of day.');
    await detail.getByRole('button', { name: 'Make synthetic intraday bars' }).click();
    await expect(detail).toContainText('Synthetic intraday on screen suits it.');
    await expect(detail.getByRole('button', { name: 'Make synthetic intraday bars' })).toHaveCount(0);
    await openCopy(page);
    await expect(page.getByRole('tab', { name: 'Trades 241' })).toBeVisible({ timeout: 30_000 });
    await otherResult(page, before);
    await lists(page).getByRole('button', { name: 'S&P 500, daily' }).first().click();
    await page.goto(`${app.url}/#/gallery`);
    await choose(page, /^Opening range/);
    await expect(detail.getByRole('button', { name: 'Show Synthetic intraday' })).toBeVisible();
  });

  test('makes the pair that a second leg needs', async ({ page, app }) => {
    await openGallery(page, app);
    await choose(page, /^Pair spread/);
    const detail = example(page, 'Pair spread');
    await expect(detail).toContainText('Needs two datasets');
    await detail.getByRole('button', { name: 'Make a synthetic pair' }).click();
    await expect(detail).toContainText('Synthetic pair, A and Synthetic pair, B are here.');
    await detail.getByRole('button', { name: 'Run over A and B together' }).click();
    await expect(detail).toContainText('Runs go over A and B together, which suits it.');
    await expect(lists(page).getByRole('button', { name: /^Synthetic pair, [AB]/ })).toHaveCount(2);
    await openCopy(page);
    await expect(page.getByRole('tab', { name: /^Trades \d{2}$/ })).toBeVisible();
    await resultShown(page);
  });
});

for (const theme of ['dark', 'light'] as const)
  test.describe(`gallery on a phone, ${theme}`, () => {
    test.use({ colorScheme: theme, viewport: { width: 390, height: 844 } });

    test('goes from the list to an example and back, and breaks no rule of WCAG 2.2 AA', async ({
      page,
      app,
    }) => {
      await openGallery(page, app);
      await choose(page, /^Pair spread/);
      await expect(page.getByRole('heading', { name: 'Pair spread' })).toBeFocused();
      await expect(gallery(page)).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await page.getByRole('button', { name: 'All examples' }).click();
      await expect(gallery(page).getByRole('button', { name: /^Pair spread/ })).toBeFocused();
    });
  });

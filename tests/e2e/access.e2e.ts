import type { Page } from '@playwright/test';
import { expect, openWorkspace, otherResult, resultHash, scriptOf, test } from './support/app';
import { violations } from './support/axe';
import { copyLink } from './support/links';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** Pages by their address; each names what stands there once it is whole. */
const PAGES = [
  ['workspace', '#/', 'What the result is worth'],
  ['report', '#/report', 'How sure is this?'],
  ['start', '#/start', 'Quality report'],
  ['gallery', '#/gallery', 'Examples'],
  ['help', '#/help', 'Licences and sources'],
] as const;

/** How many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const theme of ['dark', 'light'] as const)
  for (const viewport of SIZES)
    test.describe(`${theme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme: theme, viewport });

      test('no page breaks a rule of WCAG 2.2 AA', async ({ page, app }) => {
        await openWorkspace(page, app);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        for (const [name, address, whole] of PAGES)
          await test.step(name, async () => {
            await page.goto(`${app.url}/${address}`);
            await expect(page.getByRole('region', { name: whole })).toBeAttached();
            expect(await violations(page)).toEqual([]);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
          });
        await test.step('sweep', async () => {
          await page.goto(`${app.url}/#/sweep`);
          await page
            .getByRole('toolbar', { name: 'Sweep' })
            .getByRole('button', { name: /^Run 264/ })
            .click();
          await expect(page.getByRole('toolbar', { name: 'Sweep' })).toContainText('255 of 255 exact');
          expect(await violations(page)).toEqual([]);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
        });
        await test.step('opened link', async () => {
          await page.goto(`${app.url}/#/`);
          await page.goto(await copyLink(page));
          await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identical');
          expect(await violations(page)).toEqual([]);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
        });
      });
    });

test.describe('320 wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('no page scrolls sideways', async ({ page, app }) => {
    await openWorkspace(page, app);
    for (const [name, address, whole] of [...PAGES, ['sweep', '#/sweep', null] as const])
      await test.step(name, async () => {
        await page.goto(`${app.url}/${address}`);
        if (whole) await expect(page.getByRole('region', { name: whole })).toBeAttached();
        else await expect(page.getByRole('toolbar', { name: 'Sweep' })).toBeVisible();
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
  });
});

test('Tab reaches the script and shows where it is; Escape and Tab leave it', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the chart' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to the chart' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const steps = await tabsUntil(page, 'Strategy script');
  expect(steps).toBeLessThan(60);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(scriptOf(page)).not.toBeFocused();
  const outlined = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return { style: style.outlineStyle, width: parseFloat(style.outlineWidth) };
  });
  expect(outlined.style).not.toBe('none');
  expect(outlined.width).toBeGreaterThanOrEqual(2);
});

test('F6 goes round the regions, forwards and backwards', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.getByRole('link', { name: 'Backtab, the workspace' }).focus();
  const forwards = await regionsVisited(page, 'F6');
  expect(forwards).toEqual(
    expect.arrayContaining(['Strategies, data and runs', 'Script and parameters', 'Status']),
  );
  const backwards = await regionsVisited(page, 'Shift+F6');
  expect(backwards).toHaveLength(forwards.length);
});

test('the palette runs a command, opens a trade and finds a line of the script', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.keyboard.press('ControlOrMeta+K');
  const field = page.getByRole('combobox', { name: 'Search or run a command' });
  await expect(field).toBeFocused();
  await field.fill('full report');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+K');
  await field.fill('>logarithmic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Log', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('ControlOrMeta+K');
  await field.fill('#26');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /^26 Long/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('note')).toContainText('Trade 26');
});

test('arrows move a bar cursor on the chart and its values are announced', async ({ page, app }) => {
  await openWorkspace(page, app);
  const chart = page.getByRole('application', { name: 'Chart of S&P 500' });
  await chart.focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/^2020-04-17: open 2,842\.43, high .* close 2,874\.56/)).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(/^2020-04-16: open .*; quick .*; steady .*\.$/)).toBeAttached();
  await page.keyboard.press('P');
  await expect(page.getByText(/^Trade 28 left/)).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('grid', { name: 'S&P 500, bars of the visible range' });
  await expect(table.getByRole('columnheader')).toHaveCount(11);
  await expect(table.getByRole('row').nth(1)).toContainText(/^20\d\d-\d\d-\d\d/);
});

test('a setting is changed and run by keyboard alone', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByRole('slider', { name: 'slow, bars' }).focus();
  await page.keyboard.press('ArrowUp');
  const second = await otherResult(page, first);
  await page.keyboard.press('ControlOrMeta+Z');
  expect(await otherResult(page, second)).toBe(first);
});

/** Presses Tab until the element of this name has the focus. */
async function tabsUntil(page: Page, name: string): Promise<number> {
  for (let steps = 1; steps <= 100; steps++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('aria-label');
    });
    if (focused === name) return steps;
  }
  throw new Error(`Tab did not reach ${name}`);
}

/** Names of the regions that a key goes through until it is back at the first. */
async function regionsVisited(page: Page, key: string): Promise<string[]> {
  const names: string[] = [];
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press(key);
    const name = await page.evaluate(() => {
      const region = document.activeElement?.closest('[data-region]');
      return region?.getAttribute('aria-label') ?? region?.tagName.toLowerCase() ?? 'none';
    });
    if (name === names[0]) break;
    names.push(name);
  }
  return names;
}

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openWorkspace, test } from './support/app';
import { workerOf } from './support/workers';

const controls = (page: Page) => page.getByRole('toolbar', { name: 'Sweep' });

/** Chooses 616 settings by a figure that only the exact engine has, so that they take a while. */
async function chooseSlow(page: Page, app: { url: string }): Promise<void> {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await controls(page)
    .getByRole('button', { name: /^Objective/ })
    .click();
  await page.getByRole('combobox', { name: 'Objective that ranks, figure' }).selectOption('sortino');
  await page.keyboard.press('Escape');
  await controls(page)
    .getByRole('button', { name: /^fast / })
    .click();
  await page.getByRole('spinbutton', { name: 'Step' }).fill('2');
  await page.keyboard.press('Escape');
}

const start = (page: Page) => controls(page).getByRole('button', { name: 'Run 616 settings' }).click();
const started = (page: Page) => expect(controls(page).getByRole('status')).toContainText(/^[1-9]\d* of \d+/);
const ended = (page: Page) => expect(controls(page)).toContainText(/(\d+) of \1 exact/, { timeout: 60_000 });

/** The settings of the sweep with all their figures. */
async function settings(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Settings as CSV' }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

test('a paused sweep waits, and goes on', async ({ page, app }) => {
  await chooseSlow(page, app);
  await start(page);
  await started(page);
  await controls(page).getByRole('button', { name: 'Pause sweep' }).click();
  await expect(controls(page).getByRole('status')).toContainText('paused');
  const tray = page.getByRole('region', { name: 'Running and finished work' });
  await expect(tray).toContainText(/Sweep.*paused/);
  await expect(tray).toContainText('Closing the page keeps the finished parts.');
  await tray.getByRole('button', { name: 'Resume' }).click();
  await expect(controls(page).getByRole('button', { name: 'Pause sweep' })).toBeVisible();
  await ended(page);
});

test('a sweep whose tab was closed goes on where it stopped, and ends as if nothing had been', async ({
  page,
  app,
}) => {
  test.slow();
  await chooseSlow(page, app);
  await start(page);
  await ended(page);
  const whole = await settings(page);

  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('there is no browser');
  const first = await context.newPage();
  await chooseSlow(first, app);
  await start(first);
  await started(first);
  await controls(first).getByRole('button', { name: 'Pause sweep' }).click();
  await expect(controls(first).getByRole('status')).toContainText('paused');
  await first.close();

  const second = await context.newPage();
  await openWorkspace(second, app);
  const tray = second.getByRole('region', { name: 'Running and finished work' });
  await expect(tray).toContainText(/Sweep of Golden cross was cut short at \d+.%/);
  await second.goto(`${app.url}/#/sweep`);
  const banner = second.getByRole('main').getByRole('status').filter({ hasText: 'was cut short at' });
  await banner.getByRole('button', { name: 'Resume' }).click();
  await expect(controls(second).getByRole('button', { name: 'Objective: Sortino, yearly' })).toBeVisible();
  await ended(second);
  expect(await settings(second)).toBe(whole);
  await expect(tray.getByText('was cut short')).toHaveCount(0);
  await context.close();
});

test('what is kept of a sweep can be discarded, and a cancelled sweep keeps nothing', async ({
  page,
  app,
}) => {
  await chooseSlow(page, app);
  await start(page);
  await started(page);
  await page.reload();
  const banner = page.getByRole('main').getByRole('status').filter({ hasText: 'was cut short at' });
  await banner.getByRole('button', { name: 'Discard' }).click();
  await expect(banner).toHaveCount(0);
  await page.reload();
  await expect(controls(page).getByRole('button', { name: /^Run \d+ settings/ })).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test('a sweep that cannot keep its parts is whole all the same, and says what a reload would have cost', async ({
  page,
  app,
}) => {
  await chooseSlow(page, app);
  await workerOf(page, 'sweep').evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await start(page);
  await ended(page);
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    /The sweep is whole, but its parts could not be kept: a reload would have begun it anew\. Not enough browser storage/,
  );
});

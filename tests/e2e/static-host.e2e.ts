import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, openWorkspace, resultHash, resultShown, test } from './support/app';
import { nextVersion, StaticHost } from './support/static-host';

let host: StaticHost;
let url: string;

test.beforeEach(async () => {
  host = new StaticHost();
  url = await host.start();
});
test.afterEach(() => host.stop());

const works = (page: Page) => page.getByRole('banner').getByText('Works offline');
const generation = (page: Page) => page.locator('meta[name=generation]');

test('a host without any header: all works on the first visit, isolated from the second', async ({
  page,
}) => {
  await openWorkspace(page, { url });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const first = await resultHash(page);
  await page.getByRole('tab', { name: 'Sweep' }).click();
  await page.getByRole('button', { name: 'Sweep fast and slow' }).click();
  await expect(page.getByRole('toolbar', { name: 'Sweep' })).toContainText('255 of 255 exact');
  await page.goto(`${url}#/`);
  await works(page).waitFor();

  const answer = page.waitForResponse(url);
  await page.reload();
  const headers = (await answer).headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
  expect(await resultHash(page)).toBe(first);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const workers = await Promise.all(
    page.workers().map((worker) => worker.evaluate(() => crossOriginIsolated)),
  );
  expect(workers.length).toBeGreaterThan(0);
  expect(workers).not.toContain(false);
});

test('a new version is offered, never forced, and applied by one click with the work as it was', async ({
  page,
}) => {
  await openWorkspace(page, { url });
  await works(page).waitFor();
  await page.reload();
  await resultShown(page);
  await page.getByRole('textbox', { name: 'fast' }).fill('30');
  const next = await nextVersion();
  host.root = next.folder;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const banner = page.getByRole('status').filter({ hasText: 'A new version is ready.' });
  await expect(banner).toContainText('Your work is saved and reopens as it is.');
  await expect(page.getByRole('textbox', { name: 'fast' })).toHaveValue('30');
  await expect(generation(page)).toHaveCount(0);

  await banner.getByRole('button', { name: 'Reload' }).click();
  await expect(generation(page)).toHaveAttribute('content', '2');
  await resultShown(page);
  await expect(banner).toHaveCount(0);
  await rm(next.folder, { recursive: true });
});

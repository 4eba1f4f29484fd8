import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { nextVersion, StaticHost } from './support/static-host';

let host: StaticHost;
let url: string;

test.beforeEach(async () => {
  host = new StaticHost();
  url = await host.start();
});
test.afterEach(() => host.stop());

/** Opens the page and waits until the service worker holds all of it. */
async function visit(page: Page): Promise<void> {
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

const generation = (page: Page) =>
  page
    .locator('meta[name=generation]')
    .getAttribute('content', { timeout: 1000 })
    .catch(() => '1');

test('a host without headers, in a folder: isolated from the second visit on, and there when the host is gone', async ({
  page,
}) => {
  await visit(page);
  await page.reload();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await host.stop();
  await page.reload();
  await expect(page.locator('#app')).not.toBeEmpty();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await host.start();
});

test('a new version waits for consent, the page of the old one keeps its parts, and old files go at last', async ({
  page,
}) => {
  await visit(page);
  const { folder, dropped } = await nextVersion();
  host.root = folder;
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const installing = registration.installing ?? registration.waiting;
    await new Promise<void>((resolve) => {
      if (installing?.state === 'installed') resolve();
      installing?.addEventListener('statechange', () => installing.state === 'installed' && resolve());
    });
  });
  await page.reload();
  expect(await generation(page)).toBe('1');

  await page.evaluate(async () => {
    const moved = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve),
    );
    (await navigator.serviceWorker.ready).waiting?.postMessage({ type: 'activate' });
    await moved;
  });
  expect(await generation(page)).toBe('1');
  expect(await statusOf(page, dropped)).toBe(200);

  await page.reload();
  expect(await generation(page)).toBe('2');
  await expect.poll(() => statusOf(page, dropped)).toBe(404);
  await rm(folder, { recursive: true });
});

const statusOf = (page: Page, file: string) =>
  page.evaluate(async (path) => (await fetch(path)).status, file);

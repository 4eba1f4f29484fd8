import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, openWorkspace, test } from './support/app';
import { copyLink } from './support/links';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURE = `${ROOT}docs/screenshot.png`;
const FOLDER = `${ROOT}test-results/pages`;
const LARGEST_BYTES = 400_000;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;

test.use({ colorScheme: 'dark', reducedMotion: 'reduce' });

/** Waits until fonts are there and the picture has settled, so that each run takes the same one. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('the picture of the README', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.getByText('Works offline').waitFor();
  await page.getByText('20 / 100').waitFor();
  await expect(page.getByRole('note')).toBeVisible();
  await settled(page);
  await page.screenshot({ path: PICTURE });
  expect((await stat(PICTURE)).size).toBeLessThan(LARGEST_BYTES);
});

for (const viewport of SIZES)
  test(`every page, ${viewport.width} wide, dark and light`, async ({ page, app }) => {
    await mkdir(FOLDER, { recursive: true });
    await page.setViewportSize(viewport);
    await openWorkspace(page, app);
    const link = await copyLink(page);
    const pages = [
      ['workspace', `${app.url}/#/`],
      ['report', `${app.url}/#/report`],
      ['sweep', `${app.url}/#/sweep`],
      ['start', `${app.url}/#/start`],
      ['help', `${app.url}/#/help`],
      ['shared', link],
    ] as const;
    for (const [name, address] of pages) {
      await page.goto(address);
      if (name === 'sweep') await sweep(page);
      if (name === 'shared') await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identical');
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      for (const theme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await settled(page);
        const picture = await page.screenshot({ path: `${FOLDER}/${name}-${viewport.width}-${theme}.png` });
        expect(picture.length).toBeGreaterThan(10_000);
      }
    }
  });

async function sweep(page: Page): Promise<void> {
  const controls = page.getByRole('toolbar', { name: 'Sweep' });
  await controls.getByRole('button', { name: /^Run 264/ }).click();
  await expect(controls).toContainText('255 of 255 exact');
}

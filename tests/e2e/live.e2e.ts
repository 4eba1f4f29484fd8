import type { Page } from '@playwright/test';
import { expect, openWorkspace, resultShown, serveApp, test } from './support/app';

const SAMPLE_ROWS = 5105;
const HEAD_ROWS = 4594;

const control = (page: Page) => page.getByRole('button', { name: /^Live demo/ });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Live demo' });
const barsShown = (page: Page) => page.getByText(/^[\d,]+ daily bars$/);

async function barCount(page: Page): Promise<number> {
  return Number((await barsShown(page).innerText()).replace(/\D/g, ''));
}

/** Opens the demo at the fastest or slowest speed and starts it. */
async function startReplay(page: Page, speed: 'Home' | 'End'): Promise<void> {
  await control(page).click();
  await dialog(page).getByRole('slider').press(speed);
  await dialog(page).getByRole('button', { name: 'Start replay' }).click();
}

test('bars append to the chart and to the stored dataset until the feed ends', async ({ page, app }) => {
  await openWorkspace(page, app);
  await startReplay(page, 'End');
  await expect(dialog(page).getByRole('status')).toHaveText('Ended: all bars were sent', { timeout: 30_000 });
  await expect(barsShown(page)).toHaveText('5,105 daily bars');
  await resultShown(page);
  await expect(page.getByRole('tab', { name: 'Trades 29' })).toBeVisible();

  await page.reload();
  await resultShown(page);
  await page
    .getByRole('button', { name: /S&P 500, daily, live replay/ })
    .first()
    .click();
  await expect(barsShown(page)).toHaveText('5,105 daily bars');
});

test('pause, resume, speed and stop do what they say', async ({ page, app }) => {
  await openWorkspace(page, app);
  await startReplay(page, 'Home');
  await expect.poll(() => barCount(page)).toBeGreaterThan(HEAD_ROWS);
  await dialog(page).getByRole('button', { name: 'Pause replay' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('paused');
  const paused = await barCount(page);

  await dialog(page).getByRole('slider').press('End');
  await dialog(page).getByRole('button', { name: 'Resume replay' }).click();
  await expect.poll(() => barCount(page)).toBeGreaterThan(paused + 20);
  await dialog(page)
    .getByRole('button', { name: /^(Stop replay|Start replay)$/ })
    .click();
  await expect(dialog(page).getByRole('status')).toHaveText(/Replays the sample|Ended/);
  expect(await barCount(page)).toBeLessThanOrEqual(SAMPLE_ROWS);
});

test('an unreachable proxy is told with a remedy, and the rest works on', async ({ page }) => {
  const own = await serveApp();
  await openWorkspace(page, own);
  await page.getByText('Works offline').waitFor();
  await own.close();
  await startReplay(page, 'End');
  await expect(dialog(page).getByRole('alert')).toContainText('The live feed cannot be reached');
  await expect(dialog(page).getByRole('alert')).toContainText('Start Backtab with npm start');
  await expect(dialog(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.keyboard.press('Escape');
  await resultShown(page);
  await expect(page.getByRole('application').first()).toBeVisible();
});

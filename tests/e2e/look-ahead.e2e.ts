import { expect, openWorkspace, test } from './support/app';

test('the strategy on screen is checked for look-ahead from its menu', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.getByRole('button', { name: 'Script menu' }).click();
  await page.getByRole('menuitem', { name: 'Check for look-ahead' }).click();
  await expect(
    page.getByText(/No look-ahead found\. \d+ runs on \d+ prefixes gave the same values/),
  ).toBeVisible({
    timeout: 60_000,
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, openWorkspace, test } from './support/app';

test('a run can be looked at bar by bar, as it was then', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  const replay = page.getByRole('region', { name: 'Replay' });
  const bar = replay.getByRole('slider', { name: 'Bar' });
  await bar.fill('100');
  await expect(replay.getByRole('status')).toContainText('Position 0');
  await replay.getByRole('button', { name: 'Next fill' }).click();
  await expect(replay.getByRole('status')).toContainText('Filled at the open');
  await expect(replay.getByRole('status')).not.toContainText('Position 0');
  const at = Number(await bar.inputValue());
  await replay.getByRole('button', { name: 'One bar back' }).click();
  await expect(bar).toHaveValue(String(at - 1));
  await expect(replay.getByRole('status')).toContainText('1 order waiting');
  await replay.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(bar).toHaveValue(String(at));
  await expect(replay.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Replay"]').analyze();
  expect(violations).toEqual([]);
  await replay.getByRole('button', { name: 'End replay' }).click();
  await expect(replay).toBeHidden();
});

import type { Page } from '@playwright/test';
import { expect, openWorkspace, otherResult, resultHash, scriptOf, test } from './support/app';
import { violations } from './support/axe';

/** Runs a command of the palette. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill(words);
  await page.keyboard.press('Enter');
}

/** Gives size another number at once, after a double click on it: no run comes between its digits. */
async function size(page: Page, from: string, to: string): Promise<void> {
  await page.getByText(from, { exact: true }).dblclick();
  await page.keyboard.insertText(to);
}

test('undo goes on after a reload, across text and slider, and so does redo', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await size(page, '95', '50');
  const half = await otherResult(page, first);
  await page.getByRole('slider', { name: 'fast, bars' }).focus();
  await page.keyboard.press('ArrowRight');
  const moved = await otherResult(page, half);
  await expect(page.getByText('Saved')).toBeVisible();

  await page.reload();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', moved);
  await expect(page.getByRole('textbox', { name: 'fast' })).toHaveValue('25');
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', half);
  await undo.click();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  await scriptOf(page).focus();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', half);
});

test('a rename from the palette changes the script and keeps the result and the slider', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  await page.getByRole('slider', { name: 'fast, bars' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: 'fast' })).toHaveValue('25');
  await scriptOf(page).getByText("'fast'", { exact: true }).click();
  await command(page, 'Rename the name');
  await page.getByRole('textbox', { name: 'New name of fast' }).fill('swift');
  await page.keyboard.press('Enter');
  await expect(scriptOf(page)).toContainText("const swift = param('swift', 20,");
  await expect(scriptOf(page)).toContainText('sma(close, swift)');
  await expect(page.getByRole('textbox', { name: 'swift' })).toHaveValue('25');
});

for (const width of [1440, 390])
  test(`${width} wide: the comparison with an earlier run restores a part, and breaks no rule of WCAG 2.2 AA`, async ({
    page,
    app,
  }) => {
    await openWorkspace(page, app);
    const first = await resultHash(page);
    await expect(page.getByRole('button', { name: /29 trades/ })).toHaveCount(1);
    await size(page, '95', '50');
    await otherResult(page, first);
    await expect(page.getByRole('button', { name: /29 trades/ })).toHaveCount(2);
    await page.setViewportSize({ width, height: 844 });
    await command(page, 'Compare the script with an earlier run');
    const dialog = page.getByRole('dialog', { name: 'Compare the script with an earlier run' });
    await expect(dialog.getByRole('status')).toHaveText('1 difference');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Restore' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText('0 differences');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  });

test('notes, search and rename break no rule of WCAG 2.2 AA', async ({ page, app }) => {
  await openWorkspace(page, app);
  await scriptOf(page).getByText('sma', { exact: true }).first().click();
  await page.keyboard.press('Shift+F1');
  await expect(page.locator('.bt-doc').first()).toContainText('timePeriod');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.getByRole('search')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 'const f'.length; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'New name of fast' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
});

test('the help page lists the keys of the editor', async ({ page, app }) => {
  await page.goto(`${app.url}/#/help`);
  await expect(page.getByText('Rename the name at the caret, in the script')).toBeVisible();
});

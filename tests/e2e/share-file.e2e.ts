import { readFile } from 'node:fs/promises';
import { decodeLink } from '../../src/data/link/decode';
import { readShareFile } from '../../src/data/share-file/read';
import { expect, openWorkspace, otherResult, resultHash, test } from './support/app';
import { dropFiles, file, wavesCsv } from './support/files';
import { copyLink, payloadOf, shareDialog } from './support/links';

test('a file with its data opens elsewhere, is identical, and is kept only on request', async ({
  page,
  app,
  browser,
}, info) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await dropFiles(page, [await file(info.outputPath('waves.csv'), wavesCsv(500))]);
  await page.getByRole('article', { name: 'waves' }).getByRole('button', { name: 'Use this data' }).click();
  await otherResult(page, first);
  await page.getByRole('button', { name: 'Share link' }).click();
  const dialog = shareDialog(page);
  await expect(dialog.getByRole('status')).toHaveText('The link is copied.');
  await dialog.getByRole('textbox', { name: /^Author/ }).fill('A. Smith');
  await dialog.getByRole('checkbox', { name: /^With the data/ }).check();
  const field = dialog.getByRole('textbox', { name: /^Link/ });
  await expect.poll(async () => decodeLink(payloadOf(await field.inputValue())).author).toBe('A. Smith');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Golden-cross.backtab');
  const path = info.outputPath('run.backtab');
  await download.saveAs(path);
  const { shared, data } = await readShareFile(path, new Uint8Array(await readFile(path)));
  expect(shared.author).toBe('A. Smith');
  expect(data.map(({ bars }) => bars.time.length)).toEqual([500]);

  const context = await browser.newContext();
  const other = await context.newPage();
  await openWorkspace(other, app);
  await dropFiles(other, [path]);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Identical');
  const provenance = other.getByRole('region', { name: 'Where it comes from' });
  await expect(provenance).toContainText('A. Smith');
  await expect(provenance).toContainText('run.backtab');
  const list = other.getByRole('navigation', { name: 'Strategies, data and runs' });
  await other.getByRole('button', { name: 'View report' }).click();
  await expect(other.locator('.report .page')).toBeVisible();
  await other.goBack();
  await other.getByRole('button', { name: 'Open as my copy' }).click();
  await expect(list.getByRole('button', { name: /^waves/ })).toHaveCount(1);
  await other.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Take it back' }).click();
  await expect(list.getByRole('button', { name: /^waves/ })).toHaveCount(0);

  await other.goto(`${app.url}/#/file`);
  await other.reload();
  await expect(other.getByText('No shared run is open.')).toBeVisible();
  await context.close();
});

test('files that are damaged or of another kind are refused with a reason', async ({ page, app }, info) => {
  await openWorkspace(page, app);
  await copyLink(page);
  const alert = page.getByRole('main').getByRole('alert');
  for (const [name, content, code] of [
    ['text.backtab', 'date,close\n2020-01-01,1\n', 'file_refused'],
    ['cut.backtab', 'BACKTAB\n\u0001', 'file_damaged'],
    ['newer.backtab', 'BACKTAB\n\u0009', 'file_newer'],
  ] as const)
    await test.step(name, async () => {
      await dropFiles(page, [await file(info.outputPath(name), content)]);
      await expect(alert.getByRole('heading', { level: 1 })).toHaveText('This file cannot be opened');
      await expect(alert).toContainText(code);
      await expect(alert).toContainText('Nothing was run or stored');
    });
});

test('the QR code is there when the dialog is, and is saved as a picture', async ({ page, app }) => {
  await openWorkspace(page, app);
  await page.getByRole('button', { name: 'Share link' }).click();
  const dialog = shareDialog(page);
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the QR code' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Golden-cross.png');
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
});

import { expect, openWorkspace, otherResult, resultHash, serveApp, test } from './support/app';
import { dropFiles, file, minutesCsv, sparseFile, wavesCsv } from './support/files';
import type { Page } from '@playwright/test';

const lists = (page: Page) => page.getByRole('navigation', { name: 'Strategies, data and runs' });
const dataset = (page: Page, name: string) =>
  lists(page).getByRole('button', { name: new RegExp(`^${name} `) });
const tray = (page: Page) => page.getByRole('region', { name: 'Running and finished work' });
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

/** Every dataset has one menu. */
const datasetMenus = (page: Page) =>
  lists(page).getByRole('button', { name: /^Acts on (S&P|waves|minutes)/ });

test('a dropped CSV is imported with a report, used for the run, and still there after a reload', async ({
  page,
  app,
}, info) => {
  const rows = wavesCsv(600).trimEnd().split('\n');
  rows.splice(101, 0, '2015-04-14,110,90,100,105,1');
  rows.splice(201, 0, '2015-07-22,abc,1,1,1,1');
  rows.splice(300, 0, rows[299] ?? '');
  const path = await file(info.outputPath('waves.csv'), `${rows.join('\n')}\n`);
  await openWorkspace(page, app);
  const first = await resultHash(page);

  await dropFiles(page, [path]);
  const report = page.getByRole('article', { name: 'waves' });
  await expect(report).toContainText('Kept 600 of 603 rows');
  await expect(report).toContainText('3 rows kept out');
  await expect(report).toContainText('Source: waves.csv');
  await expect(messages(page)).toContainText('waves.csv: 600 of 603 rows kept.');
  const note = report.getByRole('listitem').filter({ hasText: 'Rejected rows' });
  await expect(note).toContainText('3 rows');
  await note.getByRole('button', { name: 'Show rows: Rejected rows' }).click();
  const rejected = page.getByRole('dialog', { name: 'Rejected rows' });
  await expect(
    rejected.getByRole('row', { name: /^102 .*high.*low.* 2015-04-14,110,90,100,105,1/ }),
  ).toBeVisible();
  await expect(rejected.getByRole('row', { name: /^202 .*abc/ })).toBeVisible();
  await expect(rejected.getByRole('row', { name: /^300 .*the same row stands in line 301/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await report.getByRole('button', { name: 'Use this data' }).click();
  const own = await otherResult(page, first);
  await expect(page.getByRole('application', { name: 'Chart of waves' })).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', own);
  await expect(dataset(page, 'waves')).toContainText('600 bars, 2015 to 2016');
});

test('a dataset is removed at once and can be brought back', async ({ page, app }, info) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await dropFiles(page, [await file(info.outputPath('waves.csv'), wavesCsv(400))]);
  await page.getByRole('article', { name: 'waves' }).getByRole('button', { name: 'Use this data' }).click();
  const own = await otherResult(page, first);

  await lists(page).getByRole('button', { name: 'Acts on waves' }).click();
  await page.getByRole('menuitem', { name: 'Delete waves' }).click();
  await expect(dataset(page, 'waves')).toHaveCount(0);
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  await messages(page).getByRole('button', { name: 'Bring it back' }).click();
  await dataset(page, 'waves').click();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', own);
});

const HEADER = 'date,open,high,low,close,volume\n';

/** Each is dropped in turn; none of them may change what is there. */
const BAD = [
  {
    what: 'nothing in it',
    name: 'nothing.csv',
    content: '',
    code: 'file_empty',
    says: 'nothing.csv holds no bytes. Choose a file with a header line',
  },
  {
    what: 'only a header',
    name: 'header.csv',
    content: HEADER,
    says: 'header.csv has no row that can be used (0 rejected). Check the delimiter',
  },
  {
    what: 'a quote that never closes',
    name: 'quote.csv',
    content: `${HEADER}2020-01-02,1,2,1,1,1\n2020-01-03,"1,2,1,1,1\n2020-01-04,1,2,1,1,1\n`,
    says: 'quote.csv, line 3: a quote is opened and never closed. Mend that line',
  },
  {
    what: 'no prices',
    name: 'people.csv',
    content: 'date,name,town\n2020-01-02,Ann,Oslo\n2020-01-03,Bo,Riga\n',
    says: 'people.csv has no price column; its columns are date, name, town. Name the columns time, open',
  },
  {
    what: 'no row that can be read',
    name: 'words.csv',
    content: `${HEADER}2020-01-02,a,b,c,d,e\n2020-01-03,a,b,c,d,e\n`,
    says: 'words.csv has no',
  },
  {
    what: 'bytes that are no text',
    name: 'picture.csv',
    content: Uint8Array.from({ length: 4096 }, (_, i) => (i * 31) % 256),
    says: 'picture.csv is not a table of text. Choose a CSV file',
  },
] as const;

test('bad files are told with their remedy, and nothing is lost', async ({ page, app }, info) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  for (const { what, name, content, says } of BAD)
    await test.step(what, async () => {
      await dropFiles(page, [await file(info.outputPath(name), content)]);
      const alert = messages(page).getByRole('alert').filter({ hasText: name });
      await expect(alert).toContainText(says);
      await expect(tray(page)).toContainText(`Import of ${name}`);
      await alert.getByRole('button', { name: 'Close message' }).click();
      await expect(datasetMenus(page)).toHaveCount(1);
      await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
      await expect(page.getByTestId('result-hash')).toHaveAttribute('data-fresh', 'true');
    });
  await page.getByRole('tab', { name: 'Log' }).click();
  for (const { name } of BAD) await expect(page.getByRole('tabpanel', { name: 'Log' })).toContainText(name);
});

test('a file of 3 GB is refused before it is read', async ({ page, app }, info) => {
  await openWorkspace(page, app);
  await dropFiles(page, [await sparseFile(info.outputPath('huge.csv'), 3e9)]);
  await expect(messages(page).getByRole('alert')).toContainText(
    'huge.csv has 3.0 GB; the limit is 2.0 GB. Split the file by year or keep fewer columns.',
  );
  await expect(datasetMenus(page)).toHaveCount(1);
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-fresh', 'true');
});

test('an import can be cancelled and leaves nothing', async ({ page, app }, info) => {
  const path = await file(info.outputPath('minutes.csv'), minutesCsv(1_000_000));
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.goto(`${app.url}/#/start`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start with an answer');
  await dropFiles(page, [path]);
  const progress = page.getByRole('main').getByRole('progressbar', { name: 'Import of minutes.csv' });
  await expect(progress).toHaveAttribute('aria-valuetext', /^\d[\d,]* of \d[\d,]* bytes/);
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  await expect(datasetMenus(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  await expect(datasetMenus(page)).toHaveCount(1);
});

test('a full disk is told, loses nothing, and import works once there is room', async ({ page }, info) => {
  const own = await serveApp();
  const path = await file(info.outputPath('minutes.csv'), minutesCsv(300_000));
  const client = await page.context().newCDPSession(page);
  await client.send('Storage.overrideQuotaForOrigin', { origin: own.url, quotaSize: 8_000_000 });
  await openWorkspace(page, own);
  const first = await resultHash(page);

  await dropFiles(page, [path]);
  await expect(messages(page).getByRole('alert')).toContainText(
    /Not enough browser storage: this needs 14\.4 MB, .* is free\. Delete a dataset you no longer need/,
  );
  await expect(datasetMenus(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);

  await client.send('Storage.overrideQuotaForOrigin', { origin: own.url });
  await dropFiles(page, [path]);
  await expect(page.getByRole('article', { name: 'minutes' })).toContainText('Kept 300,000 of 300,000 rows');
  await own.close();
});

import type { Download, Page, Worker } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, openWorkspace, test } from './support/app';
import { violations } from './support/axe';
import { dropFiles, file, minutesCsv } from './support/files';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const controls = (page: Page) => page.getByRole('toolbar', { name: 'Compute' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const choice = (page: Page) => page.getByRole('region', { name: 'What to compute' });
const results = (page: Page) => page.getByRole('grid', { name: 'Results, one output a row' });
const row = (page: Page, name: RegExp) => results(page).getByRole('row', { name });
const tray = (page: Page) => page.getByRole('region', { name: 'Running and finished work' });
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function openCompute(page: Page, app: { readonly url: string }): Promise<void> {
  await openWorkspace(page, app);
  await page.getByRole('tab', { name: 'Compute' }).click();
  await button(page, 'Choose indicators').click();
  await expect(button(page, /^Choose all \d+$/)).toBeVisible();
}

async function find(page: Page, search: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill(search);
}

/** Ticks indicators by their titles. */
async function tick(page: Page, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await find(page, title);
    await choice(page).getByRole('checkbox', { name: title }).first().check();
  }
  await find(page, '');
}

async function compute(page: Page): Promise<void> {
  await controls(page)
    .getByRole('button', { name: /^Compute/ })
    .click();
  await expect(controls(page)).toContainText(/\d+ outputs?, .*\d workers?/, { timeout: 50_000 });
}

/** Imports a file and comes back. */
async function addData(page: Page, path: string, name: string): Promise<void> {
  await dropFiles(page, [path]);
  await expect(page.getByRole('article', { name })).toBeVisible({ timeout: 30_000 });
  await page.goto(`${page.url().split('#')[0]}#/compute`);
  await expect(choice(page).getByRole('checkbox', { name })).toBeVisible();
}

/** Bars with instants as Unix milliseconds, which the command line reads as numbers; further columns by name. */
function stampedCsv(rows: number, ...extra: readonly string[]): string {
  const lines = [['time,open,high,low,close,volume', ...extra].join(',')];
  for (let i = 0; i < rows; i++) {
    const close = 100 + 20 * Math.sin(i / 9) + ((i * 7919) % 97) / 10;
    const open = close + (((i * 31) % 13) - 6) / 4;
    const prices = [open, Math.max(open, close) + (i % 5) / 3, Math.min(open, close) - (i % 7) / 3, close];
    const cells = [
      1_577_836_800_000 + i * 3_600_000,
      ...prices,
      1000 + ((i * 37) % 500),
      ...extra.map(() => i),
    ];
    lines.push(cells.join(','));
  }
  return `${lines.join('\n')}\n`;
}

async function backtabCompute(data: string, requests: string): Promise<readonly Answer[]> {
  const args = ['src/cli/backtab.mjs', 'compute', '--data', data, '--requests', requests];
  const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 1e9 });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

interface Answer {
  readonly id: string;
  readonly begin: number;
  readonly outputs: Readonly<Record<string, readonly (number | string)[]>>;
  readonly error?: unknown;
}

/** What the page put on the clipboard: pasted elsewhere, as the page itself may not read it. */
async function copied(page: Page): Promise<string> {
  const reader = await page.context().newPage();
  await reader.setContent('<textarea></textarea>');
  await reader.locator('textarea').focus();
  await reader.keyboard.press('ControlOrMeta+V');
  const text = await reader.locator('textarea').inputValue();
  await reader.close();
  return text;
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

async function exportAs(page: Page, format: 'Arrow' | 'CSV'): Promise<Download> {
  await controls(page).getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog', { name: 'Export of the results' }).getByRole('button').click();
  const download = await downloading;
  await page.keyboard.press('Escape');
  return download;
}

test('indicators are found, chosen by group and more than once, set, computed and looked at', async ({
  page,
  app,
}) => {
  await openCompute(page, app);
  await expect(page.getByRole('region', { name: 'Results' })).toContainText('No indicator is chosen.');
  await expect(controls(page).getByRole('button', { name: /^Compute/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await find(page, 'average true');
  await expect(choice(page).getByRole('checkbox', { name: /^Average True Range/ })).toBeVisible();
  await find(page, '');
  await choice(page)
    .getByRole('checkbox', { name: /^All of Cycle/ })
    .check();
  await tick(page, 'Simple Moving Average');
  await find(page, 'simple moving');
  await button(page, 'Choose Simple Moving Average once more').click();
  await button(page, 'Settings of sma: real close, time period 30').nth(1).click();
  const note = page.getByRole('dialog', { name: 'Settings of Simple Moving Average' });
  await note.getByRole('textbox', { name: 'Time period' }).fill('0');
  await expect(note).toContainText('1 to 100,000 only. 30 stays in force.');
  await note.getByRole('textbox', { name: 'Time period' }).fill('200');
  await note.getByRole('combobox', { name: 'Real' }).selectOption('high');
  await page.keyboard.press('Escape');
  await find(page, '');

  await expect(controls(page)).toContainText(/\d+ indicators × 1 dataset/);
  await compute(page);
  await expect(row(page, /^S&P 500, daily sma close, 30 value 29 5,076 2,/)).toBeVisible();
  await expect(row(page, /^S&P 500, daily sma high, 200 value 199 4,906 /)).toBeVisible();

  await row(page, /sma close, 30/).click();
  const preview = page.getByRole('region', { name: 'Preview of sma(close, 30) on S&P 500, daily' });
  await expect(preview.getByRole('img')).toHaveAccessibleName(
    /^sma\(close, 30\) on S&P 500, daily, 2000-02-14 to 2020-04-17: smallest [\d.,]+, largest [\d.,]+, last [\d.,]+\.$/,
  );
  await preview.getByRole('button', { name: 'Table' }).click();
  await expect(preview).toContainText('The last 1,000 rows of 5,076 values');
  await expect(preview.getByRole('row').nth(1)).toContainText('2020-04-17');
  await results(page).getByRole('row', { selected: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'Preview of sma(high, 200)' })).toBeVisible();

  await find(page, 'relative strength index');
  await choice(page)
    .getByRole('checkbox', { name: /^Relative Strength Index/ })
    .check();
  await expect(page.getByText('The choice or the data have changed since')).toBeVisible();
  await button(page, /^Settings of rsi/).click();
  await page.getByRole('combobox', { name: 'Convention' }).selectOption('TradingView');
  await page.getByRole('textbox', { name: 'Unstable period' }).fill('50');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('>compute the chosen');
  await page.keyboard.press('Enter');
  await expect(
    row(page, /^S&P 500, daily rsi close, 14, tradingview, unstable 50 value 64 5,041 /),
  ).toBeAttached({
    timeout: 30_000,
  });
  await expect(page.getByText('The choice or the data have changed since')).toHaveCount(0);

  await page.reload();
  await expect(controls(page)).toContainText(/\d+ indicators × 1 dataset/);
  await find(page, 'simple moving');
  await expect(button(page, 'Settings of sma: real high, time period 200')).toBeVisible();
});

test('all indicators have the values that the command line gives for the same bars, in both formats', async ({
  page,
  app,
}, info) => {
  test.setTimeout(180_000);
  const data = await file(info.outputPath('stamped.csv'), stampedCsv(700));
  await openCompute(page, app);
  await addData(page, data, 'stamped');
  await choice(page)
    .getByRole('checkbox', { name: /^S&P 500/ })
    .uncheck();
  await choice(page).getByRole('checkbox', { name: 'stamped' }).check();
  await button(page, /^Choose all \d+$/).click();
  await compute(page);

  await button(page, 'Copy as requests').click();
  await expect(messages(page)).toContainText(/\d+ requests copied\./);
  const requests = await copied(page);
  const answers = await backtabCompute(data, await file(info.outputPath('requests.jsonl'), requests));
  expect(answers.filter((answer) => answer.error)).toEqual([]);
  await expect(choice(page)).toContainText(`${answers.length} chosen`);

  const download = await exportAs(page, 'Arrow');
  expect(download.suggestedFilename()).toBe('stamped, indicators.arrow');
  const table = tableFromIPC(await bytesOf(download));
  expect(table.numRows).toBe(700);
  expect(table.getChild('time')?.data[0]?.values[1]).toBe(1_577_840_400_000_000n);
  const text = (await bytesOf(await exportAs(page, 'CSV'))).toString('utf8').trimEnd().split('\r\n');
  const csv = text.slice(1).map((line) => line.split(','));
  let column = 0;
  for (const { id, begin, outputs } of answers)
    for (const [output, values] of Object.entries(outputs)) {
      column++;
      const name = Object.keys(outputs).length > 1 ? `${id}.${output}` : id;
      expect(table.schema.names[column]).toBe(name);
      const expected = [...Array<number>(700 - values.length).fill(NaN), ...values.map(Number)];
      expect(values.length === 0 ? 0 : 700 - values.length, name).toBe(begin);
      expect(Array.from(table.getChildAt(column)?.toArray() as Float64Array), name).toEqual(expected);
      const cells = csv.map((line) => (line[column] === '' ? NaN : Number(line[column])));
      expect(cells, name).toEqual(expected);
    }
  expect(table.schema.names).toHaveLength(column + 1);

  await button(page, 'Copy table').click();
  await expect(messages(page)).toContainText(/\d+ rows copied\./);
  const lines = (await copied(page)).split('\n');
  expect(lines).toHaveLength(column + 1);
  const sma = answers.find(({ id }) => id === 'sma(close, 30)')?.outputs['value'];
  expect(
    lines
      .find((line) => line.startsWith('stamped\tsma\t'))
      ?.split('\t')
      .slice(3, 7),
  ).toEqual(['value', '29', '671', String(sma?.at(-1))]);
});

test('a request and a dataset that fail say why, and the rest go on', async ({ page, app }, info) => {
  await openCompute(page, app);
  await addData(page, await file(info.outputPath('stamped.csv'), stampedCsv(70_000)), 'stamped');
  await addData(page, await file(info.outputPath('small.csv'), stampedCsv(60, 'score')), 'small');
  await button(page, 'All data').click();
  await tick(page, 'Simple Moving Average', 'On Balance Volume');
  await find(page, 'simple moving');
  await button(page, 'Choose Simple Moving Average once more').click();
  await button(page, /^Settings of sma/)
    .nth(0)
    .click();
  await page.getByRole('combobox', { name: 'Real' }).selectOption('score');
  await page.keyboard.press('Escape');
  await button(page, /^Settings of sma/)
    .nth(1)
    .click();
  await page.getByRole('textbox', { name: 'Time period' }).fill('61');
  await page.keyboard.press('Escape');
  await damageChunk(page, 70_000);

  await compute(page);
  await expect(row(page, /^S&P 500, daily sma score, 30/)).toContainText(
    /The data have no column 'score'\. The columns are time, open, .* \[column_unknown\]/,
  );
  await expect(row(page, /^S&P 500, daily sma close, 61 value 60 5,045 /)).toBeVisible();
  await expect(row(page, /^small sma score, 30 value 29 31 44\.5000 14\.5000 44\.5000 0/)).toBeVisible();
  await expect(row(page, /^small obv close value 0 60 /)).toBeVisible();
  await expect(row(page, /^small sma close, 61/)).toContainText('the data are shorter than the warm-up');
  for (const name of ['sma score', 'sma close', 'obv'])
    await expect(row(page, new RegExp(`^stamped ${name}`))).toContainText(
      /chunk 1 is damaged.*Import it again; other datasets are not touched\. \[dataset_damaged\]/,
    );
  await expect(controls(page)).toContainText('5 outputs, 4 failed requests');
  await expect(choice(page)).toContainText('damaged');
  await row(page, /^stamped obv/).click();
  await expect(page.getByRole('region', { name: /^Preview of obv/ })).toContainText('dataset_damaged');
});

/** Changes a byte of the first stored chunk of the dataset with so many rows. */
async function damageChunk(page: Page, rows: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const [info] = await indexedDB.databases();
    const request = indexedDB.open(info?.name ?? '');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('the store does not open')));
    });
    const ask = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(new Error('the store does not answer')));
      });
    const all = db.transaction(['manifests', 'chunks'], 'readwrite');
    type Manifest = { rows: number; chunks: { key: string }[] };
    const stored = await ask(all.objectStore('manifests').getAll() as IDBRequest<{ text: string }[]>);
    const found = stored
      .map(({ text }) => JSON.parse(text) as Manifest)
      .find((manifest) => manifest.rows === wanted);
    const key = found?.chunks[0]?.key ?? '';
    const chunk = await ask(all.objectStore('chunks').get(key) as IDBRequest<{ bytes: Uint8Array }>);
    const at = chunk.bytes.length >> 1;
    chunk.bytes[at] = (chunk.bytes[at] ?? 0) ^ 1;
    await ask(all.objectStore('chunks').put(chunk));
    db.close();
  }, rows);
}

test('a batch tells its progress, can be cancelled, and keeps what was computed', async ({
  page,
  app,
}, info) => {
  test.setTimeout(120_000);
  await openCompute(page, app);
  await addData(page, await file(info.outputPath('minutes.csv'), minutesCsv(600_000)), 'minutes');
  await button(page, 'All data').click();
  await button(page, /^Choose all \d+$/).click();
  await controls(page)
    .getByRole('button', { name: /^Compute/ })
    .click();
  const job = tray(page).getByRole('progressbar', { name: /indicators on 2 datasets/ });
  await expect(job).toBeVisible();
  await expect(tray(page)).toContainText(/[\d,]+ of [\d,]+ requests, [\d.]+ (s|min) left/, {
    timeout: 30_000,
  });
  await expect(tray(page)).toContainText('Closing the page ends the batch; what is chosen is kept.');
  await expect(row(page, /^S&P 500, daily accbands/).first()).toBeVisible();
  await controls(page).getByRole('button', { name: 'Cancel batch' }).click();
  await expect(tray(page)).toContainText('cancelled');
  await expect(controls(page).getByRole('button', { name: /^Compute/ })).toBeVisible();
  await expect(row(page, /^S&P 500, daily accbands/).first()).toBeVisible();
  await expect
    .poll(() => page.workers().filter((worker) => worker.url().includes('indicator.worker')).length)
    .toBe(0);
});

/** Makes a worker die of the next message it gets, with that message unanswered. */
const dieOnNextMessage = (worker: Worker | undefined) =>
  worker?.evaluate(() => {
    addEventListener(
      'message',
      (event) => {
        event.stopImmediatePropagation();
        throw new Error('killed by a test');
      },
      { capture: true, once: true },
    );
  });

test('a worker that dies says so, and the next batch runs', async ({ page, app, trouble }) => {
  await openCompute(page, app);
  await tick(page, 'Simple Moving Average');
  await compute(page);
  await dieOnNextMessage(page.workers().find((worker) => worker.url().includes('/compute.worker')));
  await controls(page)
    .getByRole('button', { name: /^Compute/ })
    .click();
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('The compute worker stopped');
  await alert.getByRole('button', { name: 'Compute again' }).click();
  await expect(row(page, /sma close, 30 value 29 5,076/)).toBeVisible();
  trouble.splice(0, trouble.length, ...trouble.filter((line) => !line.includes('killed by a test')));
});

for (const colorScheme of ['dark', 'light'] as const)
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
    { width: 320, height: 640 },
  ])
    test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport });

      test('the page breaks no rule of WCAG 2.2 AA and does not scroll sideways', async ({ page, app }) => {
        await openWorkspace(page, app);
        await page.goto(`${app.url}/#/compute`);
        await holds(page);
        await tick(page, 'Bollinger Bands');
        await find(page, 'bollinger bands');
        await button(page, /^Settings of bbands/).click();
        await expect(page.getByRole('dialog', { name: /^Settings of/ })).toBeVisible();
        await holds(page);
        await page.keyboard.press('Escape');
        await compute(page);
        await row(page, /bbands.*upper/).click();
        await expect(page.getByRole('region', { name: /^Preview/ }).getByRole('img')).toBeVisible();
        await controls(page).getByRole('button', { name: 'Export', exact: true }).click();
        await expect(page.getByRole('dialog', { name: 'Export of the results' })).toBeVisible();
        await holds(page);
      });
    });

async function holds(page: Page): Promise<void> {
  const found = await violations(page);
  expect(found).toEqual([]);
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBeLessThanOrEqual(0);
}

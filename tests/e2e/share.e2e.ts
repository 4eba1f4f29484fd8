import type { Browser, Page } from '@playwright/test';
import { sha256 } from '@noble/hashes/sha2.js';
import { deflateRawSync } from 'node:zlib';
import type { TradeMark } from '../../src/core/share';
import { toBase64Url } from '../../src/data/link/base64url';
import { expect, openWorkspace, otherResult, resultHash, scriptOf, test, watchTrouble } from './support/app';
import { dropFiles, file, wavesCsv } from './support/files';
import { copyLink, forged, payloadOf } from './support/links';

const card = (page: Page) => page.getByRole('main').getByRole('status');
const script = (page: Page) => page.getByRole('region', { name: 'Script of the link' });
const provenance = (page: Page) => page.getByRole('region', { name: 'Where it comes from' });

/** Opens a link in a profile that has never seen the page. */
async function openElsewhere(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

test('a link opened in a fresh profile shows its code, runs it and is identical', async ({
  page,
  app,
  browser,
}) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByRole('textbox', { name: 'fast' }).fill('30');
  const own = await otherResult(page, first);
  const link = await copyLink(page);

  const other = await openElsewhere(browser, link);
  const trouble = watchTrouble(other);
  await expect(script(other)).toContainText("strategy('Golden cross'");
  await expect(provenance(other)).toContainText('S&P 500, daily, 5,105 bars');
  await expect(provenance(other)).toContainText('fast 30, slow 100');
  await expect(provenance(other)).toContainText('not stated, and not checked');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Identical');
  await expect(card(other)).toContainText(/got the same \d+ trades, byte for byte/);
  await expect(card(other)).toContainText('It does not mean profitable.');
  await expect(other.getByRole('row', { name: /^Result hash/ })).toContainText('same');

  await other.getByRole('button', { name: 'Open as my copy' }).click();
  await expect(scriptOf(other)).toBeVisible();
  expect(await resultHash(other)).toBe(own);
  await expect(other.getByRole('banner')).toContainText('fast 30 · slow 100');
  expect(trouble).toEqual([]);
  await other.context().close();
});

test('opening a link runs nothing before its code is on screen, and stores nothing', async ({
  page,
  app,
  browser,
}) => {
  await openWorkspace(page, app);
  const link = await copyLink(page);
  const other = await openElsewhere(browser, link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Identical');
  await other.goto(`${app.url}/#/`);
  await expect(
    other
      .getByRole('navigation', { name: 'Strategies, data and runs' })
      .getByRole('button', { name: 'Golden cross', exact: true }),
  ).toHaveCount(1);
  await other.context().close();
});

test('damaged, oversized, newer and hostile links are refused with a reason', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  const payload = payloadOf(await copyLink(page));
  const flipped = `${payload.slice(0, 200)}${payload[200] === 'A' ? 'B' : 'A'}${payload.slice(201)}`;
  const content = deflateRawSync('{}');
  const newer = Uint8Array.of(3, ...sha256(Uint8Array.of(3, ...content)).subarray(0, 4), ...content);
  const hostile = forged(payload, (shared) => ({
    ...shared,
    result: { ...shared.result, hash: '<img src=x onerror=alert(1)>' },
  }));
  const cases = [
    {
      text: payload.slice(0, 700),
      code: 'link_damaged',
      remedy: 'Copy it again',
    },
    { text: flipped, code: 'link_damaged', remedy: 'Copy it again' },
    {
      text: 'A'.repeat(32_769),
      code: 'link_too_long',
      remedy: 'Ask the sender for a .backtab file',
    },
    {
      text: toBase64Url(newer),
      code: 'link_newer',
      remedy: 'Reload to get the newest Backtab',
    },
    {
      text: hostile,
      code: 'link_refused',
      remedy: 'Nothing was run or stored',
    },
  ];
  for (const { text, code, remedy } of cases)
    await test.step(code, async () => {
      await page.goto(`${app.url}/#/s/${text}`);
      const alert = page.getByRole('main').getByRole('alert');
      await expect(alert.getByRole('heading', { level: 1 })).toHaveText('This link cannot be opened');
      await expect(alert).toContainText(code);
      await expect(alert).toContainText(remedy);
      await page.getByRole('button', { name: 'Go to Start' }).click();
    });
  await page.goto(`${app.url}/#/`);
  expect(await resultHash(page)).toBe(first);
});

test('what a stranger wrote is text and nothing else', async ({ page, app }) => {
  await openWorkspace(page, app);
  const payload = payloadOf(await copyLink(page));
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>\u202e';
  const text = forged(payload, (shared) => ({
    ...shared,
    script: `// ${attack}\n// javascript:alert(3)\n${shared.script.replace('Golden cross', attack)}`,
    author: attack,
    data: { ...shared.data, sets: shared.data.sets.map((set) => ({ ...set, name: attack })) },
  }));
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${app.url}/#/s/${text}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Identical|Differs/);
  await expect(script(page)).toContainText('<img src=x onerror=alert(1)><script>alert(2)</script>U+202E');
  await expect(provenance(page)).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('main img, main script')).toHaveCount(0);
  expect(requests.filter((url) => new URL(url).origin !== new URL(app.url).origin)).toEqual([]);
  expect(requests.filter((url) => url.endsWith('/x'))).toEqual([]);
  expect(dialogs).toEqual([]);
});

test('a link that claims another result is told apart, with the first trade that differs', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  const payload = payloadOf(await copyLink(page));
  const text = forged(payload, (shared) => ({
    ...shared,
    result: {
      ...shared.result,
      hash: 'ab'.repeat(32),
      tradeMarks: shared.result.tradeMarks.map((mark, i) =>
        i === 6 ? ([...mark.slice(0, 6), 0.5] as unknown as TradeMark) : mark,
      ),
    },
  }));
  await page.goto(`${app.url}/#/s/${text}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Differs at trade 7');
  await expect(card(page)).toContainText('Trust the figures found here.');
  await expect(page.getByRole('row', { name: /^Result hash/ })).toContainText('differs');
  const sides = page.getByRole('region', { name: 'Trade 7, both sides' });
  await expect(sides.getByRole('row', { name: /^Return/ })).toContainText(/\+50\.0000.%.*differs/);
  await expect(sides.getByRole('row', { name: /^Entry price/ })).toContainText('same');
});

test('data that are not here are named, and the same file makes it identical', async ({
  page,
  app,
  browser,
}, info) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  const path = await file(info.outputPath('waves.csv'), wavesCsv(500));
  await dropFiles(page, [path]);
  await page.getByRole('article', { name: 'waves' }).getByRole('button', { name: 'Use this data' }).click();
  await otherResult(page, first);
  const link = await copyLink(page);

  const other = await openElsewhere(browser, link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Data not here');
  await expect(card(other)).toContainText(
    'It was run on waves, 500 bars of 1d from waves.csv, 2015-01-05 to 2016-05-18. Drop the file on this page',
  );
  await expect(provenance(other)).toContainText('not here');
  await dropFiles(other, [await file(info.outputPath('other.csv'), wavesCsv(40))]);
  await expect(card(other)).toContainText(
    /other is another: its 40 bars have the fingerprint [0-9a-f]{12}, and/,
  );
  await dropFiles(other, [path]);
  await expect(other.getByRole('region', { name: 'Messages' })).toContainText(
    'waves.csv: 500 of 500 rows kept.',
  );
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Identical');
  await other.context().close();
});

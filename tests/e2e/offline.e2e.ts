import { expect, openWorkspace, otherResult, resultHash, resultShown, serveApp, test } from './support/app';
import { dropFiles, file, wavesCsv } from './support/files';
import { copyLink } from './support/links';

test('after one visit everything but live data works with the server gone and the network off', async ({
  page,
  context,
  trouble,
}, info) => {
  const app = await serveApp();
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByRole('banner').getByText('Works offline').waitFor();
  const link = await copyLink(page);
  await app.close();
  await context.setOffline(true);
  await page.reload();
  expect(await resultHash(page)).toBe(first);
  await expect(page.getByRole('banner')).toContainText('Offline');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);

  await test.step('edit', async () => {
    await page.getByText('95', { exact: true }).dblclick();
    await page.keyboard.type('50');
    await otherResult(page, first);
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  });
  await test.step('sweep', async () => {
    await page.getByRole('tab', { name: 'Sweep' }).click();
    await page.getByRole('button', { name: 'Sweep fast and slow' }).click();
    await expect(page.getByRole('toolbar', { name: 'Sweep' })).toContainText('255 of 255 exact');
  });
  await test.step('report and help', async () => {
    await page.goto(`${app.url}/#/report`);
    await expect(page.getByRole('region', { name: 'Five deepest falls' })).toBeVisible();
    await page.goto(`${app.url}/#/help`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shortcuts and help');
  });
  await test.step('link', async () => {
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identical');
  });
  await test.step('live demo', async () => {
    await page.goto(`${app.url}/#/`);
    await page.getByRole('button', { name: /^Live demo/ }).click();
    const start = page.getByRole('button', { name: 'Start replay' });
    await expect(start).toHaveAttribute('aria-disabled', 'true');
    await start.hover();
    await expect(page.getByRole('tooltip')).toHaveText(
      'It needs the network; everything else works offline.',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
  await test.step('import', async () => {
    await dropFiles(page, [await file(info.outputPath('waves.csv'), wavesCsv(400))]);
    const report = page.getByRole('article', { name: 'waves' });
    await report.getByRole('button', { name: 'Use this data' }).click();
    const own = await otherResult(page, first);
    await page.reload();
    await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', own);
  });
  trouble.length = 0;
});

test('the page can be installed', async ({ page, app }) => {
  await openWorkspace(page, app);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const response = await page.request.get(new URL(href ?? '', `${app.url}/`).href);
  expect(response.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await response.json()) as {
    name: string;
    start_url: string;
    display: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest.name).toContain('Backtab');
  expect(manifest.display).toBe('standalone');
  expect(manifest.start_url).toBe('./');
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(manifest.icons.some(({ purpose }) => purpose?.includes('maskable'))).toBe(true);
  for (const { src } of manifest.icons)
    expect((await page.request.get(new URL(src, `${app.url}/`).href)).ok(), src).toBe(true);

  await page.getByRole('banner').getByText('Works offline').waitFor();
  await page.reload();
  await resultShown(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  const client = await page.context().newCDPSession(page);
  const { errors } = await client.send('Page.getAppManifest');
  expect(errors).toEqual([]);
});

import { chromium, type BrowserContext, type CDPSession } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, findChromium } from '../../src/tools/chromium.mjs';
import { expect, openWorkspace, resultShown, test, watchTrouble } from './support/app';
import { file, wavesCsv } from './support/files';
import { shareDialog } from './support/links';

let profile: string;
let context: BrowserContext;
let browser: CDPSession;

/** Apps are installed in a profile of the disk; the windows of a private one have none. */
test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'backtab-profile-'));
  const executable = findChromium();
  context = await chromium.launchPersistentContext(profile, {
    ...(executable ? { executablePath: executable } : {}),
    args: CHROMIUM_FLAGS,
    acceptDownloads: true,
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser has no session of its own');
  browser = session;
});

test.afterEach(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true });
});

/** Opens a file of the disk with the installed app, as the system's file manager does. */
async function openWithApp(manifestId: string, path: string): Promise<void> {
  const { targetIds } = await browser.send('PWA.launchFilesInApp', { manifestId, files: [path] });
  expect(targetIds).toHaveLength(1);
}

test('the installed app opens tables and shared runs from the system', async ({ app }, info) => {
  const manifestId = `${app.url}/`;
  const csv = await file(info.outputPath('waves.csv'), wavesCsv(500));
  const run = info.outputPath('run.backtab');
  const tab = await context.newPage();
  await openWorkspace(tab, app);
  await tab.getByRole('button', { name: 'Share link' }).click();
  const [download] = await Promise.all([
    tab.waitForEvent('download'),
    shareDialog(tab).getByRole('button', { name: 'Save the file' }).click(),
  ]);
  await download.saveAs(run);

  await browser.send('PWA.install', { manifestId, installUrlOrBundleUrl: manifestId });
  await browser.send('PWA.changeAppUserSettings', { manifestId, displayMode: 'standalone' });
  const { fileHandlers } = await browser.send('PWA.getOsAppState', { manifestId });
  expect(fileHandlers.flatMap(({ accepts }) => accepts.flatMap((a) => a.fileExtensions)).toSorted()).toEqual([
    '.backtab',
    '.csv',
    '.tsv',
    '.txt',
  ]);
  for (const page of context.pages()) await page.close();

  const [window] = await Promise.all([context.waitForEvent('page'), openWithApp(manifestId, csv)]);
  const trouble = watchTrouble(window);
  await expect(window.getByRole('article', { name: 'waves' })).toContainText('Kept 500 of 500 rows');
  expect(await window.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);
  await resultShown(window);

  await openWithApp(manifestId, run);
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Identical');
  await expect(window.getByRole('region', { name: 'Where it comes from' })).toContainText('run.backtab');
  expect(context.pages()).toEqual([window]);
  expect(trouble, 'errors and policy violations of the window').toEqual([]);
});

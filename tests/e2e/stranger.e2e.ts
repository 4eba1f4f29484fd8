import type { Page } from '@playwright/test';
import type { SharedStrategy } from '../../src/core/share';
import { SECURITY_HEADERS } from '../../src/core/headers';
import { expect, openWorkspace, scriptOf, test } from './support/app';
import { attacks, quoted, UNSEEN } from './support/attacks';
import { copyLink, forged, payloadOf } from './support/links';

/** Texts of a stranger in one link: where it comes from, what is drawn, what orders carry. */
const TEXTS = 10;
const STRINGS = 300;
/** Strings that one test shows. */
const A_TEST = 30;

/** A script that runs, with five texts of a stranger in it. */
const scriptWith = ([name, comment, plotName, tag, group]: readonly string[]): string => `// ${comment ?? ''}
strategy('${name ?? ''}', { fee: percent(0.1) })
const quick = sma(close, 20)
if (crossover(quick, sma(close, 100))) buy({ size: percentOfEquity(95), tag: '${tag ?? ''}' })
if (crossunder(quick, sma(close, 100))) sell({ tag: '${tag ?? ''}', group: '${group ?? ''}' })
plot(quick, '${plotName ?? ''}')
`;

function hostile(payload: string, texts: readonly string[]): string {
  const [author = '', name = '', source = '', interval = '', ...inScript] = texts;
  return forged(payload, (shared): SharedStrategy => {
    const sets = shared.data.sets.map((set) => ({ ...set, name, source, interval: interval.slice(0, 190) }));
    const script = scriptWith(inScript.map(quoted));
    return { ...shared, author, script, parameters: {}, data: { ...shared.data, sets } };
  });
}

interface Watched {
  readonly dialogs: string[];
  readonly foreign: string[];
  readonly violations: () => Promise<readonly string[]>;
}

/** What must not happen, whatever a stranger wrote. */
async function watch(page: Page, origin: string): Promise<Watched> {
  const dialogs: string[] = [];
  const foreign: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:';
    // a part of the page may have a name like that of a text
    const isAsked = url.pathname.includes('/x-') && !url.pathname.startsWith('/assets/');
    if (!isOwn || isAsked) foreign.push(request.url());
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violationsSeen: seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
  });
  const violations = () =>
    page.evaluate(() => (globalThis as unknown as { violationsSeen: readonly string[] }).violationsSeen);
  return { dialogs, foreign, violations };
}

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

for (let first = 0; first < STRINGS; first += A_TEST)
  test(`texts ${first + 1} to ${first + A_TEST} of strangers are text on every screen`, ({ page, app }) =>
    showEverywhere(page, app, attacks(STRINGS).slice(first, first + A_TEST)));

async function showEverywhere(
  page: Page,
  app: { readonly url: string },
  all: readonly string[],
): Promise<void> {
  const watched = await watch(page, app.url);
  await openWorkspace(page, app);
  const payload = payloadOf(await copyLink(page));
  for (let from = 0; from < all.length; from += TEXTS) {
    const texts = all.slice(from, from + TEXTS);
    await page.goto(`${app.url}/#/s/${hostile(payload, texts)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(?:Identical|Differs)/);
    const shared = await textOf(page);
    expect(UNSEEN.test(shared), `unseen characters on the page of link ${from / TEXTS}`).toBe(false);
    expect(shared, 'the source as it was written').toContain(texts[2]);
    await page.getByRole('button', { name: 'View report' }).click();
    await expect(page.locator('.report .page')).toBeVisible();
    expect(UNSEEN.test(await textOf(page)), `unseen characters in the report of link ${from / TEXTS}`).toBe(
      false,
    );
    await page.goBack();
    await page.getByRole('button', { name: 'Open as my copy' }).click();
    await expect(scriptOf(page)).toBeVisible();
    for (const tab of ['orders', 'log', 'sweep', 'trades']) await page.goto(`${app.url}/#/?tab=${tab}`);
    for (const screen of ['sweep', 'compute', 'start', 'help', 'compare', ''])
      await page.goto(`${app.url}/#/${screen}`);
    await page.keyboard.press('ControlOrMeta+K');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(
      page.locator('main iframe, main object, main embed, main img:not(.cm-widgetBuffer), main script'),
    ).toHaveCount(0);
  }
  expect(watched.dialogs).toEqual([]);
  expect(watched.foreign).toEqual([]);
  expect(await watched.violations()).toEqual([]);
}

test('opening stores nothing; a copy has a name of its own and can be taken back', async ({ page, app }) => {
  await openWorkspace(page, app);
  const payload = payloadOf(await copyLink(page));
  const list = page.getByRole('navigation', { name: 'Strategies, data and runs' });
  await page.goto(`${app.url}/#/s/${payload}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identical');
  await page.getByRole('button', { name: 'Open as my copy' }).click();
  await expect(list.getByRole('button', { name: 'Golden cross 2', exact: true })).toHaveCount(1);
  await expect(list.getByRole('button', { name: 'Golden cross', exact: true })).toHaveCount(1);
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages).toContainText('Saved as Golden cross 2. Strategies of yours stay as they were.');
  await messages.getByRole('button', { name: 'Take it back' }).click();
  await expect(list.getByRole('button', { name: 'Golden cross 2', exact: true })).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Golden cross');
});

test('a link of a newer engine says so, and one on another one by the trades', async ({ page, app }) => {
  await openWorkspace(page, app);
  const payload = payloadOf(await copyLink(page));
  const made = (engine: string): string =>
    forged(payload, (shared) => ({
      ...shared,
      engine,
      result: { ...shared.result, hash: 'ab'.repeat(32) },
    }));
  const card = page.getByRole('main').getByRole('status');
  await page.goto(`${app.url}/#/s/${made('99.0.0')}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Newer version');
  await expect(card).toContainText('Only that one can tell whether it is right. Reload');
  await page.goto(`${app.url}/#/s/${made('0.0.9')}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Differs');
  await expect(card).toContainText('The trades are the same; hashes of another version never are.');
});

test('the policy is on every answer, and stops inline script and eval', async ({ browser, app }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const paths = new Set(['/', '/nothing-here']);
  page.on('response', (response) => {
    if (response.url().startsWith(app.url)) paths.add(new URL(response.url()).pathname);
  });
  const watched = await watch(page, app.url);
  await openWorkspace(page, app);
  const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  expect([...paths].filter((path) => /worker/.test(path)).length).toBeGreaterThan(0);
  for (const path of paths) {
    const headers = (await page.request.get(`${app.url}${path}`)).headers();
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(headers[name], `${name} of ${path}`).toBe(value);
  }
  expect(await watched.violations()).toEqual([]);
  // An inline script that may run does so as it is put into the document.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'globalThis.inlineRan = true';
    } catch {
      return 'refused by trusted types';
    }
    document.head.append(script);
    return 'inlineRan' in globalThis;
  });
  expect(ran).not.toBe(true);
  const wasTimed = await page.evaluate(async () => {
    try {
      setTimeout('globalThis.textRan = true', 0);
    } catch {
      return false;
    }
    // Timers of one delay end in the order they were set.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return 'textRan' in globalThis;
  });
  expect(wasTimed).toBe(false);
  expect((await watched.violations()).length).toBeGreaterThan(0);
  await context.close();
});

import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';

interface RunningApp {
  readonly url: string;
  close(): Promise<void>;
}

type Serve = (options: { env: Record<string, string>; dist: string }) => Promise<RunningApp>;

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The built page and proxy on a free port of this machine. */
export async function serveApp(port = '0'): Promise<RunningApp> {
  const { serve } = (await import(`${root}build/proxy/node.js`)) as { serve: Serve };
  return serve({ env: { PORT: port }, dist: `${root}dist` });
}

/** Kept for the whole file; tests that stop the server start their own with `serveApp`. */
export const test = base.extend<{ trouble: string[] }, { app: RunningApp }>({
  app: [
    async ({}, use) => {
      const app = await serveApp();
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
  /** Errors and policy violations that the page reports; a test that expects one takes it out. */
  trouble: [
    async ({ page }, use) => {
      const trouble = watchTrouble(page);
      await use(trouble);
      expect(trouble, 'errors and policy violations of the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** Lists errors and policy violations of a page from now on. */
export function watchTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (isTrouble(message)) trouble.push(`${message.type()}: ${message.text()}`);
  });
  return trouble;
}

const isTrouble = (message: ConsoleMessage): boolean =>
  message.type() === 'error' || /Content Security Policy|Trusted Type/i.test(message.text());

/** Opens the workspace and waits for its first exact result. */
export async function openWorkspace(page: Page, app: { readonly url: string }, path = ''): Promise<void> {
  await page.goto(app.url + path);
  await resultShown(page);
}

/** Waits until the result on screen belongs to the script and parameters on screen. */
export async function resultShown(page: Page): Promise<void> {
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-fresh', 'true', { timeout: 30_000 });
}

/** The full hash of the result on screen. */
export async function resultHash(page: Page): Promise<string> {
  await resultShown(page);
  return (await page.getByTestId('result-hash').getAttribute('data-hash')) ?? '';
}

/** Waits for a result other than the one with this hash, and gives its hash. */
export async function otherResult(page: Page, than: string): Promise<string> {
  await expect(page.getByTestId('result-hash')).not.toHaveAttribute('data-hash', than);
  return resultHash(page);
}

/** What the result on screen is worth: verdict, sentence and headline figures. */
export const worth = (page: Page) => page.getByRole('region', { name: 'What the result is worth' });

/** The script in the editor. */
export const scriptOf = (page: Page) => page.getByRole('textbox', { name: 'Strategy script' });

/** Pastes a text over the whole script. */
export async function writeScript(page: Page, source: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), source);
  await scriptOf(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

export { expect };

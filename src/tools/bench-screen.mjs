import { chromium } from 'playwright';
import { build } from './build.mjs';
import { CHROMIUM_FLAGS } from './chromium.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT } from './project.mjs';

/** Longest wait for a result, milliseconds. */
const PATIENCE_MS = 180_000;

/**
 * The page from the key that runs a script to its result on screen, on data that were imported from a file.
 *
 * @param {string} file     path of a CSV of bars
 * @param {string} source   of the script
 * @param {number} rounds
 * @returns {Promise<{ milliseconds: number[]; hash: string }>} of each round, and the hash of the result
 */
export async function screenToScreen(file, source, rounds) {
  await build();
  const { serve } = await import(`${ROOT}build/proxy/node.js`);
  const server = await serve({ env: { PORT: '0' }, dist: `${ROOT}dist` });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(server.url);
    await shown(page);
    await importFile(page, file);
    const script = page.getByRole('textbox', { name: 'Strategy script' });
    await script.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(source);
    await shown(page);
    /** @type {number[]} */
    const milliseconds = [];
    for (let round = 0; round < rounds; round++) {
      await page.evaluate(watchResult);
      await page.keyboard.press('Control+Enter');
      const took = await page.waitForFunction(() => Reflect.get(window, 'resultMs'));
      milliseconds.push(Number(await took.jsonValue()));
    }
    const hash = (await page.getByTestId('result-hash').getAttribute('data-hash')) ?? '';
    return { milliseconds, hash };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {import('playwright').Page} page */
async function shown(page) {
  await page.waitForTimeout(500);
  await page.locator('[data-testid=result-hash][data-fresh=true]').waitFor({ state: 'attached' });
}

/**
 * @param {import('playwright').Page} page
 * @param {string} file
 */
async function importFile(page, file) {
  const { width = 800, height = 600 } = page.viewportSize() ?? {};
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop']))
    await client.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await client.detach();
  await page.getByRole('button', { name: 'Use this data' }).click();
  await shown(page);
}

/** In the page: notes the time from the next key to the frame after the result is that of the script again. */
function watchResult() {
  const element = document.querySelector('[data-testid=result-hash]');
  if (!element) throw new Error('the page shows no result');
  Reflect.set(window, 'resultMs', undefined);
  let pressedAt = 0;
  addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true, once: true });
  const observer = new MutationObserver(() => {
    if (element.getAttribute('data-fresh') !== 'true') return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => Reflect.set(window, 'resultMs', performance.now() - pressedAt)),
    );
  });
  observer.observe(element, { attributes: true, attributeFilter: ['data-fresh'] });
}

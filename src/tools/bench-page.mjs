import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS } from './chromium.mjs';
import { measureTyping } from './bench-typing.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT } from './project.mjs';
import { shellFiles } from './shell.mjs';

const brotli = promisify(brotliCompress);
const VISITS = 5;

/** The app sets this mark when the first result is on screen. */
const RESULT_MARK = 'backtab:result';

/**
 * Compressed size of the app shell, the time from navigation to the first result of cold visits, and from a key to the
 * problems of the script.
 *
 * @param {(line: string) => void} print
 */
export async function measurePage(print) {
  const sizes = await Promise.all(
    (await shellFiles()).map(async (file) => (await brotli(await readFile(ROOT + file))).length),
  );
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  print(`app shell, brotli: ${(total / 1000).toFixed(1)} kB in ${sizes.length} files (budget 250 kB)`);

  const { serve } = await import(`${ROOT}build/proxy/node.js`);
  const server = await serve({ env: { PORT: '0' }, dist: `${ROOT}dist` });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const times = [];
    for (let visit = 0; visit < VISITS; visit++) times.push(await coldVisit(browser, server.url));
    times.sort((a, b) => a - b);
    const shown = times.map((ms) => ms.toFixed(0)).join(', ');
    print(
      `cold visit to first result: median ${times[VISITS >> 1]?.toFixed(0)} ms of ${shown} (budget 2000 ms)`,
    );
    await measureTyping(browser, server.url, print);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @returns {Promise<number>} milliseconds since the navigation began
 */
async function coldVisit(browser, url) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    const mark = await page.waitForFunction(
      (name) => performance.getEntriesByName(name)[0]?.startTime,
      RESULT_MARK,
    );
    return Number(await mark.jsonValue());
  } finally {
    await context.close();
  }
}

import { chromium } from 'playwright';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS } from './chromium.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT } from './project.mjs';

const MODULE = '/tests/bench/sweep-in-page.ts';
const KERNELS = '/build/wasm/kernels.wasm';

/**
 * The sweep of 2,500 pairs inside Chromium, on WASM and on WebGPU: the GPU's where there is one, else the software
 * adapter's, which proves that it works and says nothing of a GPU's speed.
 *
 * @param {(line: string) => void} print
 */
export async function measureBrowser(print) {
  const server = await createServer({ root: ROOT, logLevel: 'error', server: { port: 0 } });
  await server.listen();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const url = server.resolvedUrls?.local[0] ?? '';
    const page = await browser.newPage();
    await page.goto(`${url}LICENSE`);
    const measured = await page.evaluate(
      async ([module = '', kernels = '']) => (await import(module)).measure(kernels),
      [MODULE, KERNELS],
    );
    for (const { kind, detail, ms } of measured) {
      print(
        `${kind.padEnd(8)}${detail.padEnd(16)}${ms === null ? 'not measured' : `${ms.toFixed(1)} ms for 2500 pairs`}`,
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

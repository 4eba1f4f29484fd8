import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { bundle } from './bundle.mjs';
import { CHROMIUM_FLAGS } from './chromium.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT } from './project.mjs';

const MODULE = '/tests/bench/in-page.ts';
const KERNELS = '/build/wasm/kernels.wasm';

/** As those of `sweep-scale`. */
const LARGE_SWEEPS = [
  { bars: 20_000, fast: 250, slow: 400 },
  { bars: 5_000, fast: 1000, slow: 1000 },
];

/** Functions that are printed each; the median is over all. */
const SHOWN = [
  'sma',
  'ema',
  'rsi',
  'macd',
  'bbands',
  'atr',
  'stoch',
  'adx',
  'cci',
  'ht_dcperiod',
  'cdlengulfing',
];

/**
 * Indicators beside Node in the same run, and the sweep of 2,500 pairs inside Chromium, on WASM and on WebGPU: the GPU's where there is one, else the software
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
    const inPage = await page.evaluate(
      async ([module = '', kernels = '']) => (await import(module)).measureIndicators(kernels),
      [MODULE, KERNELS],
    );
    const copies = await page.evaluate(async (module) => (await import(module)).measureCopies(), MODULE);
    if (copies !== null) print(copies);
    if (process.env['LARGE']) await measureLarge(page, print);
    await printIndicators(inPage, print);
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

/**
 * @param {Record<string, number>} inPage
 * @param {(line: string) => void} print
 */
async function printIndicators(inPage, print) {
  const outDir = `${ROOT}build/bench`;
  await bundle({ entries: { 'indicator-times': 'tests/bench/indicator-times.ts' }, outDir });
  const { indicatorTimes } = await import(pathToFileURL(`${outDir}/indicator-times.js`).href);
  const inNode = await indicatorTimes(await WebAssembly.compile(await readFile(`${ROOT}${KERNELS}`)));
  /** @param {string} name */
  const ratio = (name) => (inPage[name] ?? NaN) / inNode[name];
  /** @param {number | undefined} x */
  const figure = (x) => (x ?? NaN).toFixed(2);
  for (const name of SHOWN) {
    print(
      `${name.padEnd(14)}Chromium ${figure(inPage[name])} ns/bar, Node ${figure(inNode[name])}, ratio ${figure(ratio(name))}`,
    );
  }
  const ratios = Object.keys(inNode)
    .map(ratio)
    .sort((a, b) => a - b);
  print(
    `${ratios.length} functions: Chromium's time over Node's from ${figure(ratios[0])} to ${figure(ratios.at(-1))}, median ${figure(ratios[ratios.length >> 1])}`,
  );
}

/**
 * With LARGE: sweeps of many settings on the GPU of Chromium, which take minutes on a software adapter.
 *
 * @param {import('playwright').Page} page
 * @param {(line: string) => void} print
 */
async function measureLarge(page, print) {
  for (const sweep of LARGE_SWEEPS) {
    const seconds = await page.evaluate(
      async ([module, kernels, what]) => (await import(module)).measureLarge(kernels, what),
      /** @type {const} */ ([MODULE, KERNELS, sweep]),
    );
    const settings = sweep.fast * sweep.slow;
    const each = (seconds * 1e9) / settings / sweep.bars;
    print(
      `webgpu  two averages, ${sweep.bars} bars, ${settings} settings: ${seconds.toFixed(1)} s, ${each.toFixed(1)} ns a bar and setting`,
    );
  }
}

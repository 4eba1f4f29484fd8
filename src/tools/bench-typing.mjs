import { hundredLines } from './hundred-lines.mjs';

const KEYS = 60;
/** Longest wait for the problems of one key, milliseconds. */
const PATIENCE_MS = 5000;
/** Longest pause of somebody who types, milliseconds: a run begins in the longer ones, and is on screen before others. */
const LONGEST_PAUSE_MS = 400;

/**
 * Time from a key press to the problems of the text on screen, in a script of 100 lines: letters that break a name and
 * mend it again, first as fast as their problems come, then with pauses in which runs begin, end and are drawn. Beside the
 * clock stands the processor time of the page's main thread: on a busy machine it tells what the page itself takes.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {(line: string) => void} print
 */
export async function measureTyping(browser, url, print) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('backtab:result').length > 0);
    const script = page.getByRole('textbox', { name: 'Strategy script' });
    await script.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(hundredLines());
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(watchProblems);
    await measureKeys(page, 'one after the other', 0, print);
    await measureKeys(page, `with pauses of up to ${LONGEST_PAUSE_MS} ms`, LONGEST_PAUSE_MS, print);
  } finally {
    await context.close();
  }
}

/**
 * @param {import('playwright').Page} page
 * @param {string} how
 * @param {number} longestPauseMs
 * @param {(line: string) => void} print
 */
async function measureKeys(page, how, longestPauseMs, print) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const worked = [];
  for (let i = 0; i < KEYS; i++) {
    // Multiples of the golden ratio spread evenly over the pauses, the same at every run.
    await page.waitForTimeout(((i * 0.618034) % 1) * longestPauseMs);
    const before = await workedMs(client);
    await page.keyboard.press(i % 2 === 0 ? 'x' : 'Backspace');
    const took = await page.waitForFunction(() => Reflect.get(window, 'typingMs').shift(), null, {
      timeout: PATIENCE_MS,
    });
    times.push(Number(await took.jsonValue()));
    worked.push((await workedMs(client)) - before);
  }
  await client.detach();
  print(
    `key to problems on screen, 100 lines, ${how}: ${spread(times)} of ${KEYS} keys (budget 50 ms); processor time ${spread(worked)}`,
  );
}

/**
 * Processor time of the page's main thread so far, milliseconds.
 *
 * @param {import('playwright').CDPSession} client
 */
async function workedMs(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** @param {readonly number[]} times */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

/** In the page: notes the time from each key to the frame after the problems on screen have changed. */
function watchProblems() {
  const root = [...document.querySelectorAll('*')].find((element) =>
    element.shadowRoot?.querySelector('.cm-content'),
  )?.shadowRoot;
  if (!root) throw new Error('the editor is not on screen');
  const broken = () => root.querySelector('.bt-problem[data-severity=error]') !== null;
  let pressedAt = 0;
  let was = broken();
  /** @type {number[]} */
  const typingMs = [];
  Reflect.set(window, 'typingMs', typingMs);
  addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true);
  new MutationObserver(() => {
    if (broken() === was) return;
    was = !was;
    const from = pressedAt;
    requestAnimationFrame(() => typingMs.push(performance.now() - from));
  }).observe(root, { childList: true, subtree: true });
}

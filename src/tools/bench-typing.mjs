import { hundredLines } from './hundred-lines.mjs';

const KEYS = 60;
/** Longest wait for the problems of one key, milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Time from a key press to the problems of the text on screen, in a script of 100 lines: letters that break a name and
 * mend it again, with the run that each of them starts going on beside it.
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
    const script = page.getByRole('textbox', { name: 'Strategy script' });
    await script.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(hundredLines());
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(watchProblems);
    /** @type {number[]} */
    const times = [];
    for (let i = 0; i < KEYS; i++) {
      await page.keyboard.press(i % 2 === 0 ? 'x' : 'Backspace');
      const took = await page.waitForFunction(() => Reflect.get(window, 'typingMs').shift(), null, {
        timeout: PATIENCE_MS,
      });
      times.push(Number(await took.jsonValue()));
    }
    times.sort((a, b) => a - b);
    /** @param {number} share */
    const at = (share) => times[Math.min(KEYS - 1, Math.floor(share * KEYS))]?.toFixed(1);
    print(
      `key to problems on screen, 100 lines: median ${at(0.5)} ms, p95 ${at(0.95)} ms of ${KEYS} keys (budget 50 ms)`,
    );
  } finally {
    await context.close();
  }
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

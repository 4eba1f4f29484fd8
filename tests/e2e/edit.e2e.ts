import {
  expect,
  openWorkspace,
  otherResult,
  resultHash,
  scriptOf,
  test,
  worth,
  writeScript,
} from './support/app';

const SCRIPT = `strategy('Momentum', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })
const period = param('period', 14, { min: 2, max: 40, step: 2 })
const strength = rsi(close, period)
const trend = macd(close).macd
if (strength[1] < 30 && strength >= 30 || trend > 0 && !(close > bbands(close).upper)) buy({ size: percentOfEquity(50) })
if (strength > 70 ? close < ema(close, 20) : trend < -10) exit()
plot(strength)
`;

test('typing runs the script again, and undo brings back the same bytes', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByText('95', { exact: true }).dblclick();
  await page.keyboard.insertText('50');
  const half = await otherResult(page, first);
  expect(half).not.toBe(first);
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  await scriptOf(page).focus();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', half);
});

test('nothing can be typed before the stored script is there to take it', async ({ browser, app }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const before = await context.newPage();
  await openWorkspace(before, app);
  await writeScript(before, SCRIPT);
  await expect(before.getByText('Saved', { exact: true })).toBeVisible();
  await before.close();

  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const page = await context.newPage();
  await page.route(/data\.worker/, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/data\.worker/);
  const editor = page.waitForResponse(/assets\/editor-/);
  await page.goto(app.url);
  await Promise.all([asked, editor]);
  await expect(scriptOf(page)).toHaveCount(0);
  release();
  await expect(scriptOf(page)).toContainText("strategy('Momentum'");
  await context.close();
});

test('a slider and a field change a parameter, run it, and can be kept in the script', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByRole('slider', { name: 'fast, bars' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: 'fast' })).toHaveValue('25');
  const second = await otherResult(page, first);

  const slow = page.getByRole('textbox', { name: 'slow' });
  await slow.fill('120');
  await otherResult(page, second);
  await expect(page.getByRole('banner')).toContainText('fast 25 · slow 120');
  await slow.fill('999');
  await expect(page.getByText('40 to 250 only. 120 stays in force.')).toBeVisible();
  await slow.press('Escape');
  await expect(slow).toHaveValue('120');

  await page.getByRole('button', { name: /^Keep/ }).click();
  await expect(scriptOf(page)).toContainText("param('fast', 25,");
  await expect(scriptOf(page)).toContainText("param('slow', 120,");
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(scriptOf(page)).toContainText("param('fast', 20,");
});

test('a mistake is underlined, told with its remedy and mended by one click; the last result stays', async ({
  page,
  app,
}) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByText('atr', { exact: true }).dblclick();
  await page.keyboard.type('atrr');
  const completions = page.getByRole('listbox', { name: 'Completions' });
  await expect(completions).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(completions).toHaveCount(0);
  await expect(scriptOf(page).locator('.bt-wrong[data-severity=error]')).toHaveText('atrr');
  await expect(scriptOf(page)).toContainText(
    'Line 9: there is no indicator called atrr. The nearest name is atr.',
  );
  await expect(scriptOf(page)).toContainText('function_unknown');
  await expect(page.getByRole('region', { name: 'Script', exact: true }).getByRole('status')).toHaveText(
    '1 problem, the last good result is shown',
  );
  await expect(worth(page)).toContainText('the last good result; the script has problems');
  const result = page.getByTestId('result-hash');
  await expect(result).toHaveAttribute('data-hash', first);
  await expect(result).toHaveAttribute('data-fresh', 'false');
  await expect(page.getByRole('tab', { name: 'Trades 29' })).toBeVisible();

  await page.getByRole('button', { name: 'Use atr' }).click();
  expect(await resultHash(page)).toBe(first);
  await expect(scriptOf(page).locator('.bt-wrong[data-severity=error]')).toHaveCount(0);
});

test('several mistakes are told at once, each with a code', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await writeScript(
    page,
    "strategy('Broken', { fee: percent(0.1), slippage: bps(1), leverige: 3 })\n" +
      "const fast = param('fast', 90, { min: 5, max: 60, step: 5 })\n" +
      'if (sma(clse, fast)) buy()\n' +
      'fetch("https://example.org")\n',
  );
  for (const code of ['option_unknown', 'param_default_outside', 'name_unknown'])
    await expect(scriptOf(page)).toContainText(code);
  await expect(scriptOf(page)).toContainText('fetch');
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-fresh', 'false');
});

test('a parameter that the new script does not have is left behind, not an error', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByRole('textbox', { name: 'fast' }).fill('30');
  const second = await otherResult(page, first);
  await writeScript(page, SCRIPT);
  await otherResult(page, second);
  await expect(page.getByRole('textbox', { name: 'fast' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'period' })).toHaveValue('14');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('every indicator and construct of the language runs', async ({ page, app }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await writeScript(page, SCRIPT);
  const own = await otherResult(page, first);
  await expect(page.getByRole('region', { name: 'Script', exact: true }).getByRole('status')).toHaveText(
    'no problems',
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Momentum on S&P 500, daily');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  expect(await resultHash(page)).toBe(own);
  await page.getByRole('button', { name: 'RSI pullback', exact: true }).click();
  await otherResult(page, own);
});

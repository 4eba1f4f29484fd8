import { expect, openWorkspace, resultHash, test, worth } from './support/app';

test.describe('first visit, nothing stored, no account', () => {
  test('real data, a strategy and its exact result are on screen', async ({ page, app }) => {
    await openWorkspace(page, app);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Golden cross on S&P 500, daily');
    await expect(worth(page)).toContainText('No evidence of an edge');
    await expect(worth(page)).toContainText('Earned 1.7 % a year, holding the index 3.4 %');
    await expect(worth(page)).toContainText(/Sharpe, yearly\s*0\.26/);
    await expect(worth(page)).toContainText(/Deepest fall\s*−17\.7\s%/);
    await expect(worth(page)).toContainText('holding −56.8 %');
    await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Exact, f64');
    expect(await resultHash(page)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the trade list has all trades, and the selected one says why it ended', async ({ page, app }) => {
    await openWorkspace(page, app);
    await expect(page.getByRole('tab', { name: 'Trades 29' })).toHaveAttribute('aria-selected', 'true');
    const newest = page.getByRole('row', { name: /^29 Long 45 2019-09-12/ });
    await expect(newest).toHaveAttribute('aria-selected', 'true');
    await expect(newest).toContainText('Stop, at gap open');
    await expect(page.getByRole('note')).toContainText('Trade 29 left at the gap');
    await expect(page.getByRole('note')).toContainText(
      'Opened at 2,924.78, below the stop at 2,929.79. No price at the stop existed',
    );
    await page.getByRole('row', { name: /^26 Long/ }).click();
    await expect(page.getByRole('note')).toContainText('Trade 26');
  });

  test('price, equity and drawdown share one chart with both averages and the trades', async ({
    page,
    app,
  }) => {
    await openWorkspace(page, app);
    const chart = page.getByRole('application', { name: 'Chart of S&P 500' });
    await expect(chart).toHaveAccessibleDescription(
      /^S&P 500, 1 day, 252 bars from 2019-04-18 to 2020-04-17, last close 2,874\.56.*2 of 29 trades\.$/,
    );
    await expect(chart.getByRole('button', { name: /^quick 2,613\.10/ })).toBeVisible();
    await expect(chart.getByRole('button', { name: /^steady 3,042\.69/ })).toBeVisible();
    await expect(chart).toContainText('Equity');
    await expect(chart).toContainText('Holding −1.0 %');
    await expect(chart).toContainText(/Below its own peak\s*−7\.3\s%/);
    await expect(chart.locator('[data-pane]')).toHaveCount(3);
    await page.getByRole('group', { name: 'Span' }).getByRole('button', { name: 'All' }).click();
    await expect(chart).toHaveAccessibleDescription(/5105 bars from 2000-01-03.*29 of 29 trades\.$/);
    expect(await chart.locator('canvas').evaluateAll(inked), 'panes with something drawn').toBeGreaterThan(3);
  });

  test('every figure has its formula on hover, with holding beside it', async ({ page, app }) => {
    await openWorkspace(page, app);
    await page.getByRole('tab', { name: 'Report' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Report' });
    for (const name of [
      'Total return',
      'Growth a year',
      'Volatility, yearly',
      'Sharpe, yearly',
      'Sortino, yearly',
      'Deepest fall',
      'Longest time below a peak',
      'Growth per deepest fall',
      'Winning trades',
      'Profit factor',
      'Average profit of a trade',
      'Time in the market',
      'Trades',
    ])
      await expect(panel.getByRole('button', { name, exact: true })).toBeVisible();
    await expect(panel).toContainText(/Growth a year\s*1\.7\s%\s*3\.4\s%/);
    await panel.getByRole('button', { name: 'Sharpe, yearly' }).hover();
    await expect(page.getByRole('tooltip')).toContainText('sample deviation of the returns per bar');
  });

  test('the sample names its source and licence, and what to doubt in it', async ({ page, app }) => {
    await openWorkspace(page, app);
    await page.getByRole('button', { name: '1,760 data notes' }).click();
    const report = page.getByRole('article', { name: 'S&P 500, daily' });
    await expect(report).toContainText('Kept 5,105 of 5,105 rows');
    await expect(report).toContainText('Source: vega-datasets');
    await expect(report).toContainText('licence BSD-3-Clause');
    const note = report.getByRole('listitem').filter({ hasText: 'The open repeats the previous close' });
    await expect(note).toContainText('1,760 rows');
    await expect(note).toContainText('Orders that fill at the open get the old close there');
    await note.getByRole('button', { name: /^Show rows/ }).click();
    await expect(page.getByRole('dialog')).toContainText('The open repeats the previous close');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Shortcuts and help' }).click();
    await expect(page.getByRole('region', { name: 'Licences and sources' })).toContainText('BSD-3-Clause');
  });

  test('the page and its workers are isolated, and everything comes from its own origin', async ({
    page,
    app,
  }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(app.url).origin && protocol.startsWith('http')) foreign.push(request.url());
    });
    await openWorkspace(page, app);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    const isolated = await Promise.all(
      page.workers().map((worker) => worker.evaluate(() => crossOriginIsolated)),
    );
    expect(isolated.length).toBeGreaterThan(0);
    expect(isolated).not.toContain(false);
    expect(foreign).toEqual([]);
  });
});

/** How many canvases have something drawn on them. */
function inked(canvases: (HTMLElement | SVGElement)[]): number {
  return canvases.filter((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0 || canvas.height === 0) return false;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value) => value !== 0) ?? false;
  }).length;
}

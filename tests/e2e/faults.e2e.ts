import { expect, openWorkspace, otherResult, resultHash, test } from './support/app';
import { dieOnNextMessage, workerOf } from './support/workers';

test('a worker that dies is told with what it means; the last result stays and the next run works', async ({
  page,
  app,
  trouble,
}) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await dieOnNextMessage(workerOf(page, 'lab'));
  await page.getByRole('textbox', { name: 'fast' }).fill('30');
  const alert = page.getByRole('alert').filter({ hasText: 'worker_lost' });
  await expect(alert).toContainText('The lab worker stopped: Uncaught Error: killed by a test.');
  await expect(alert).toContainText('It is started again by itself; run once more.');
  await expect(alert).toContainText('The last good result stays on screen.');
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-hash', first);
  await expect(page.getByTestId('result-hash')).toHaveAttribute('data-fresh', 'false');

  await alert.getByRole('button', { name: 'Run again' }).click();
  await otherResult(page, first);
  await expect(alert).toHaveCount(0);
  trouble.splice(0, trouble.length, ...trouble.filter((line) => !line.includes('killed by a test')));
});

test('a data worker that dies loses nothing that is stored', async ({ page, app, trouble }) => {
  await openWorkspace(page, app);
  const first = await resultHash(page);
  await page.getByRole('button', { name: /^20 \/ 100/ }).waitFor();
  await dieOnNextMessage(workerOf(page, 'data'));
  await page.getByRole('button', { name: 'RSI pullback', exact: true }).click();
  await otherResult(page, first);
  await expect(page.getByRole('region', { name: 'Messages' }).getByRole('alert')).toContainText(
    'The data worker stopped',
  );
  await page.reload();
  await resultHash(page);
  await expect(page.getByRole('button', { name: /^S&P 500, daily 5,105 bars/ })).toBeVisible();
  trouble.splice(0, trouble.length, ...trouble.filter((line) => !line.includes('killed by a test')));
});

test('a sweep whose worker dies says so, and the next one runs', async ({ page, app, trouble }) => {
  await openWorkspace(page, app);
  await page.goto(`${app.url}/#/sweep`);
  await dieOnNextMessage(workerOf(page, 'sweep'));
  const controls = page.getByRole('toolbar', { name: 'Sweep' });
  await controls.getByRole('button', { name: 'Run 264 settings' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The sweep worker stopped');
  await controls.getByRole('button', { name: 'Run 264 settings' }).click();
  await expect(controls).toContainText('255 of 255 exact');
  trouble.splice(0, trouble.length, ...trouble.filter((line) => !line.includes('killed by a test')));
});

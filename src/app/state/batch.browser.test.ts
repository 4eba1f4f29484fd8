import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetId } from '../../core/nominal';
import { importSynthetic, listDatasets, loadSetting, saveSetting } from '../../workers/data.client';
import { BatchState } from './batch.svelte';
import { DataState } from './data.svelte';
import { Tray } from './tray.svelte';
import { PATIENT } from '../../../tests/support/patient';

/** Workers take their time to start where nothing is bundled. */
vi.setConfig({ testTimeout: 60_000 });

let tray: Tray;
let data: DataState;
let batch: BatchState;

async function fresh(): Promise<void> {
  tray = new Tray();
  data = new DataState(tray);
  batch = new BatchState(data, tray);
  await data.refresh();
  const [first] = data.datasets;
  if (first) await data.use(first);
  batch.choice.open();
  await vi.waitFor(() => expect(batch.choice.ready).toBe(true), PATIENT);
}

const info = (name: string) => batch.choice.byName.get(name)!;

async function finished(): Promise<void> {
  await vi.waitFor(() => expect(batch.running).toBe(false), PATIENT);
  flushSync();
}

beforeEach(async () => {
  if ((await listDatasets()).length === 0) await importSynthetic('intraday', null).done;
  await saveSetting('compute', 'null');
  await fresh();
});

describe('a batch of the page', () => {
  it('computes what is chosen on the data on screen, and shows it in order', async () => {
    expect(batch.reason).toBe('No indicator is chosen');
    batch.choice.add([info('macd'), info('sma')]);
    expect(batch.reason).toBeNull();
    batch.run();
    expect(batch.reason).toBe('A batch is running');
    await finished();
    expect(batch.rows.map(({ named, output }) => `${named.label}.${output?.name}`)).toEqual([
      'macd(close, 12, 26, 9).macd',
      'macd(close, 12, 26, 9).signal',
      'macd(close, 12, 26, 9).histogram',
      'sma(close, 30).value',
    ]);
    expect(batch.end?.workers).toBeGreaterThan(0);
    expect(tray.tasks.at(-1)).toMatchObject({ unit: 'requests', state: 'done', done: 2, total: 2 });
    expect(batch.stale).toBe(false);
    batch.choice.update({ ...batch.choice.chosen[1]!, params: { timePeriod: 5 } });
    expect(batch.stale).toBe(true);
  });

  it('gives a preview of an output, and of a failure its words', async () => {
    const rows = data.dataset?.rows ?? 0;
    batch.choice.add([info('sma')]);
    batch.choice.update({ ...batch.choice.chosen[0]!, inputs: { real: 'nowhere' } });
    batch.choice.add([info('rsi')]);
    batch.run();
    await finished();
    batch.look(batch.rows[0]!);
    expect(batch.looked).toMatchObject({ preview: null, failure: { code: 'column_unknown' } });
    batch.look(batch.rows[1]!);
    await vi.waitFor(() => expect(batch.looked?.preview).not.toBeNull(), PATIENT);
    expect(batch.looked?.preview?.begin).toBe(14);
    expect(batch.looked?.preview?.time.at(-1)).toBe(data.dataset?.lastTime);
    expect(batch.rows[1]?.output?.count).toBe(rows - 14);
  });

  it('keeps the rows that are there when it is cancelled', async () => {
    for (let i = 0; i < 3; i++) batch.choice.add(batch.choice.catalogue);
    batch.run();
    await vi.waitFor(() => expect(batch.rows.length).toBeGreaterThan(0), PATIENT);
    batch.cancel();
    await finished();
    expect(tray.tasks.at(-1)?.state).toBe('cancelled');
    expect(batch.failure).toBeNull();
    expect(batch.end).toBeNull();
    expect(batch.rows.length).toBeGreaterThan(0);
    expect(batch.reason).toBeNull();
  });

  it('shows nothing of a batch that was cancelled once another has begun', async () => {
    for (let i = 0; i < 3; i++) batch.choice.add(batch.choice.catalogue);
    batch.run();
    await vi.waitFor(() => expect(batch.rows.length).toBeGreaterThan(0), PATIENT);
    batch.cancel();
    await finished();
    batch.choice.removeAll(batch.choice.catalogue);
    batch.choice.add([info('sma')]);
    batch.run();
    await finished();
    expect(batch.rows.map(({ named }) => named.label)).toEqual(['sma(close, 30)']);
  });

  it('is not begun beyond its limit', () => {
    batch.choice.add(batch.choice.catalogue);
    data.datasets = Array.from({ length: 500 }, (_, i) => ({
      ...data.datasets[0]!,
      id: `${i}` as DatasetId,
    }));
    batch.choice.chooseDatasets(data.datasets.map(({ id }) => id));
    expect(batch.reason).toBe('At most 50,000 requests at a time');
  });

  it('writes files of what was computed', async () => {
    const names: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    batch.choice.add([info('sma')]);
    batch.run();
    await finished();
    batch.export('csv');
    await vi.waitFor(() => expect(batch.exporting).toBe(false), PATIENT);
    expect(names).toEqual([expect.stringMatching(/indicators\.csv$/)]);
    expect(tray.toasts.at(-1)?.text).toBe('1 file exported.');
    click.mockRestore();
  });
});

describe('the choice', () => {
  it('is there again after a reload', async () => {
    batch.choice.add([info('sma'), info('sma')]);
    batch.choice.update({ ...batch.choice.chosen[1]!, params: { timePeriod: 9 }, unstablePeriod: 0 });
    batch.choice.chooseDatasets([]);
    await vi.waitFor(async () => expect(await loadSetting('compute')).toContain('"timePeriod":9'), PATIENT);
    await fresh();
    expect(batch.choice.chosen.map(({ params }) => params['timePeriod'])).toEqual([30, 9]);
    expect(batch.choice.datasets).toEqual([]);
    expect(batch.reason).toBe('No dataset is chosen');
  });

  it('adds what is missing, repeats, and gives back what was taken out', () => {
    const { choice } = batch;
    choice.add([info('sma')]);
    choice.addMissing([info('sma'), info('ema')]);
    choice.repeat(choice.chosen[0]!);
    expect(choice.requests.map(({ label }) => label)).toEqual([
      'sma(close, 30)',
      'sma(close, 30) #2',
      'ema(close, 30)',
    ]);
    choice.remove(choice.chosen[0]!.key);
    choice.removeAll(choice.catalogue);
    expect(choice.chosen).toEqual([]);
    tray.toasts.at(-1)?.action?.run();
    expect(choice.chosen.map(({ indicator }) => indicator)).toEqual(['sma', 'ema']);
  });

  it('has a limit, which is told', () => {
    const { choice } = batch;
    for (let i = 0; i < 5; i++) choice.add(choice.catalogue);
    expect(choice.chosen).toHaveLength(1000);
    expect(tray.toasts.at(-1)?.text).toContain('At most 1,000 indicators');
    choice.repeat(choice.chosen[0]!);
    expect(choice.chosen).toHaveLength(1000);
  });
});

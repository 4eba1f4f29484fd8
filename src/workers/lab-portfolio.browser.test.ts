import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { DatasetManifest } from '../core/dataset';
import { fingerprint } from '../core/fingerprint';
import type { DatasetId } from '../core/nominal';
import { runPortfolio } from '../research/portfolio';
import { compileOrThrow } from '../script/plan-or-throw';
import { checkShared, createShare, evaluate, setLabData, showInstrument, stopLab } from './lab.client';
import type { BacktestRequest, RunData } from './protocol';

const ROWS = 90;
const SOURCE = `strategy('P', { fee: percent(0.1) })
const line = sma(close, 3)
if (crossover(close, line)) buy({ size: percentOfEquity(40) })
if (crossunder(close, line)) exit()
plot(line)`;

const instrument = (name: string) => ({ name, currency: 'USD', zone: 'UTC', barsPerYear: 252 });

function dataOf(id: string, period: number, level: number, first: number): RunData {
  const close = Float64Array.from(
    { length: ROWS - first },
    (_, i) => level * (1 + 0.1 * Math.abs(((i / period) % 2) - 1)),
  );
  const time = close.map((_, i) => Date.UTC(2020, 0, 1) + (i + first) * 86_400_000);
  const bars: Bars = { time, open: close, high: close, low: close, close, volume: close, extra: {} };
  const manifest = {
    id,
    name: id,
    instrument: instrument(id),
    interval: '1d',
    rows: time.length,
    sha256: fingerprint(bars),
    source: { kind: 'file', name: id, license: null, bytes: 1 },
    report: { notes: [] },
  } as unknown as DatasetManifest;
  return { manifest, bars };
}

const a = dataOf('a', 5, 100, 0);
const b = dataOf('b', 7, 40, 20);
const id = (text: string): DatasetId => text as DatasetId;
const request: BacktestRequest = {
  source: SOURCE,
  parameters: {},
  dataset: id('a'),
  datasets: {
    members: [
      { alias: 'A', dataset: id('a') },
      { alias: 'B', dataset: id('b') },
    ],
  },
  tries: 1,
};

beforeEach(() => setLabData([a, b]));
afterAll(() => stopLab());

it('the lab gives the result of the engine, and shows it on the instrument that is asked for', async () => {
  const { answer, shown } = await evaluate(request, 'B');
  const direct = runPortfolio({
    plan: compileOrThrow(SOURCE),
    parameters: {},
    members: [a, b].map(({ bars, manifest }, k) => {
      const name = k === 0 ? 'A' : 'B';
      return { name, bars, dataHash: manifest.sha256, instrument: instrument(name) };
    }),
    tries: 1,
  });
  expect(answer?.outcome.result.hash).toBe(direct.result.hash);
  expect(answer?.outcome.result.trades.length).toBeGreaterThan(5);
  expect([shown?.alias, shown?.plots[0]?.values.length]).toEqual(['B', ROWS - 20]);
  const other = answer && (await showInstrument(answer.request, 'A'));
  expect([other?.alias, other?.equity.length]).toEqual(['A', ROWS]);
});

it('a lab that was ended is given all datasets again', async () => {
  const first = await evaluate(request);
  stopLab();
  const again = await evaluate(request);
  expect(again.answer?.outcome.result.hash).toBe(first.answer?.outcome.result.hash);
});

it('failures cross with their code', async () => {
  const gone = { members: [...(request.datasets?.members ?? []), { alias: 'C', dataset: id('c') }] };
  await expect(evaluate({ ...request, datasets: gone })).rejects.toMatchObject({ code: 'dataset_missing' });
  const odd = { members: [{ alias: 'no name', dataset: id('a') }] };
  await expect(evaluate({ ...request, datasets: odd })).rejects.toMatchObject({ code: 'request_invalid' });
});

it('shares a run over several, which verifies on the same data', async () => {
  const { shared, link } = await createShare(request, null, '2026-11-29');
  expect(link).toHaveProperty('payload');
  expect(shared.data.sets.map(({ alias }) => alias)).toEqual(['A', 'B']);
  expect(await checkShared(shared, [a, b])).toMatchObject({ state: 'identical' });
});

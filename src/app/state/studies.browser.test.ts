import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bars } from '../../core/bars';
import { loadSetting, saveSetting } from '../../workers/data.client';
import { DataState } from './data.svelte';
import { ScriptState } from './script.svelte';
import { StudiesState } from './studies.svelte';
import { Tray } from './tray.svelte';

const barsOf = (rows: number): Bars => {
  const close = Float64Array.from({ length: rows }, (_, i) => 100 + ((i * 7) % 13));
  return { time: close, open: close, high: close, low: close, close, volume: close, extra: {} };
};

let tray: Tray;
let data: DataState;
let script: ScriptState;
let studies: StudiesState;

async function fresh(): Promise<void> {
  tray = new Tray();
  data = new DataState(tray);
  script = new ScriptState();
  studies = new StudiesState(script, data, tray, () => 1);
  data.bars = barsOf(60);
  await studies.start();
  await studies.loadCatalogue();
}

/** Waits as long as a worker may take to start on a busy machine. */
const eventually = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 15_000 });

/** Values of a study once they belong to what is on screen. */
async function values(id: string, rows = 60): Promise<ArrayLike<number>> {
  await eventually(() => expect(studies.results.get(id)?.answer?.columns[0]).toHaveLength(rows));
  return studies.results.get(id)?.answer?.columns[0] ?? [];
}

const meanBefore = (row: number, period: number): number => {
  const { close } = barsOf(60);
  return close.slice(row - period + 1, row + 1).reduce((sum, x) => sum + x, 0) / period;
};

beforeEach(async () => {
  localStorage.clear();
  await saveSetting('studies', '[]');
  await fresh();
});
afterEach(() => (studies.dialog = null));

describe('studies of the workspace', () => {
  it('computes a study when it is added and again when it changes', async () => {
    const sma = studies.add('sma');
    expect(sma).toMatchObject({ id: 's1', pane: 'price', looks: { value: { colour: 1, dash: 0 } } });
    expect((await values('s1'))[40]).toBeCloseTo(meanBefore(40, 30), 10);
    studies.change('s1', { params: { timePeriod: 5 } }, 'param timePeriod');
    await eventually(() => expect(studies.results.get('s1')?.answer?.needed).toBe(5));
    expect((await values('s1'))[40]).toBeCloseTo(meanBefore(40, 5), 10);
  });

  it('computes again on other bars', async () => {
    studies.add('sma');
    await values('s1');
    data.bars = barsOf(80);
    expect((await values('s1', 80))[40]).toBeCloseTo(meanBefore(40, 30), 10);
  });

  it('draws an average of a study with that study, and removes both together', async () => {
    studies.add('rsi');
    studies.add('sma');
    studies.change('s2', { sources: { real: { study: 's1', output: 'value' } } }, 'source real');
    expect(studies.find('s2')?.pane).toBe('s2');
    await eventually(() => expect(studies.results.get('s2')?.answer?.needed).toBe(44));
    studies.remove('s1');
    expect(studies.list).toEqual([]);
    expect(tray.toasts[0]?.text).toBe('RSI 14, SMA 30 of RSI 14 removed.');
    tray.toasts[0]?.action?.run();
    expect(studies.list.map(({ indicator }) => indicator)).toEqual(['rsi', 'sma']);
  });

  it('is undone and done again, and leaves the run alone', () => {
    studies.add('sma');
    expect(script.undo()).toBe(false);
    expect(studies.list).toEqual([]);
    expect(script.redo()).toBe(false);
    expect(studies.list).toHaveLength(1);
    studies.toggleAll();
    expect(studies.allHidden).toBe(true);
    studies.removeAll();
    expect(tray.toasts.at(-1)?.text).toBe('1 study removed.');
  });

  it('computes with an unstable period, which can be undone', async () => {
    studies.add('ema');
    expect((await values('s1'))[29]).not.toBeNaN();
    studies.change('s1', { unstablePeriod: 10 }, 'unstable');
    await eventually(() => expect(studies.results.get('s1')?.answer?.needed).toBe(40));
    expect([(await values('s1'))[38], (await values('s1'))[39]].map(Number.isNaN)).toEqual([true, false]);
    script.undo();
    expect(studies.find('s1')?.unstablePeriod).toBe(0);
    await eventually(() => expect(studies.results.get('s1')?.answer?.needed).toBe(30));
  });

  it('does not compute what is hidden', async () => {
    studies.add('sma');
    studies.toggle('s1');
    studies.add('rsi');
    await values('s2');
    expect(studies.results.has('s1')).toBe(false);
  });

  it('tells a failure once, with its remedy, and computes again when asked', async () => {
    studies.add('sma');
    studies.change('s1', { params: { timePeriod: 0 } }, 'param timePeriod');
    await eventually(() =>
      expect(studies.results.get('s1')?.failure).toMatchObject({
        code: 'parameter_out_of_range',
        remedy: 'Choose a value from 1 to 100000.',
      }),
    );
    expect(tray.log.at(-1)?.text).toContain('SMA 0: ');
    studies.retry();
    expect(studies.results.has('s1')).toBe(false);
    await eventually(() => expect(studies.results.get('s1')?.failure?.code).toBe('parameter_out_of_range'));
  });

  it('ends long work by force once nobody waits for it, and tells nobody', async () => {
    studies.add('sma');
    flushSync();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000);
    const ended = vi.spyOn(Worker.prototype, 'terminate');
    studies.change('s1', { params: { timePeriod: 5 } }, 'param timePeriod');
    flushSync();
    clock.mockRestore();
    expect(ended).toHaveBeenCalledOnce();
    ended.mockRestore();
    await eventually(() => expect(studies.results.get('s1')?.answer?.needed).toBe(5));
    expect(tray.log).toEqual([]);
  });

  it('writes a study into a script', async () => {
    studies.add('rsi');
    const written = await studies.write('s1', "strategy('x')\n");
    expect(written.source).toContain('const rsi14 = rsi(close, 14)');
    await expect(studies.write('gone', '')).rejects.toThrow('gone');
  });

  it('comes back on the next visit, with the indicators used last', async () => {
    studies.add('macd');
    flushSync();
    await eventually(async () => expect(await loadSetting('studies')).toContain('macd'));
    await fresh();
    expect(studies.list.map(({ indicator }) => indicator)).toEqual(['macd']);
    expect(studies.recent).toEqual(['macd']);
    await values('s1');
  });
});

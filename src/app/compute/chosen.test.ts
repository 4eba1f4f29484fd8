import { describe, expect, it } from 'vitest';
import { catalogueInfo } from '../../workers/study-compute';
import {
  columnNames,
  namedRequests,
  newChosen,
  readChoice,
  requestLines,
  settingsText,
  writeChoice,
  type ChosenIndicator,
} from './chosen';

const infos = catalogueInfo();
const catalogue = new Map(infos.map((info) => [info.name, info]));
const chosen = (name: string, change: Partial<ChosenIndicator> = {}): ChosenIndicator => ({
  ...newChosen(catalogue.get(name)!, name),
  ...change,
});

describe('chosen indicators', () => {
  it('start with the defaults of the catalogue and columns for their inputs', () => {
    expect(chosen('sma')).toEqual({
      key: 'sma',
      indicator: 'sma',
      params: { timePeriod: 30 },
      inputs: { real: 'close' },
      convention: 'talib',
      unstablePeriod: 0,
    });
    expect(chosen('add').inputs).toEqual({ real0: 'close', real1: 'open' });
    expect(chosen('atr').inputs).toEqual({});
  });

  it('are named as calls, with a number where the same stands twice', () => {
    const list = [
      chosen('sma'),
      chosen('sma'),
      chosen('obv'),
      chosen('atr'),
      chosen('bbands'),
      chosen('macd'),
    ];
    const named = namedRequests(list, catalogue);
    expect(named.map(({ label }) => label)).toEqual([
      'sma(close, 30)',
      'sma(close, 30) #2',
      'obv(close)',
      'atr(14)',
      'bbands(close, 5, 2, 2, sma)',
      'macd(close, 12, 26, 9)',
    ]);
    expect(columnNames(named[0]!)).toEqual(['sma(close, 30)']);
    expect(columnNames(named[5]!).at(-1)).toBe('macd(close, 12, 26, 9).histogram');
    expect(settingsText(catalogue.get('sma')!, list[0]!, catalogue)).toBe('real close, time period 30');
  });

  it('have names of their own for every column of a file, whatever is chosen', () => {
    const all = namedRequests(
      infos.flatMap((info) => [newChosen(info, info.name), newChosen(info, `${info.name} 2`)]),
      catalogue,
    );
    const names = all.flatMap(columnNames);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(2 * infos.length);
    expect(names.filter((name) => /^[=+\-@]/.test(name))).toEqual([]);
  });

  it('become requests as the command line takes them, moving averages by name', () => {
    const lines = requestLines(namedRequests([chosen('ma'), chosen('atr')], catalogue)).split('\n');
    expect(lines.slice(0, 2).map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        id: 'ma(close, 30, sma)',
        fn: 'ma',
        inputs: { real: 'close' },
        params: { timePeriod: 30, maType: 'sma' },
      },
      { id: 'atr(14)', fn: 'atr', inputs: {}, params: { timePeriod: 14 } },
    ]);
    expect(lines[2]).toBe('');
  });

  it('carry a convention and an unstable period where they differ from the usual', () => {
    const [named] = namedRequests(
      [chosen('rsi', { convention: 'tradingview', unstablePeriod: 50 })],
      catalogue,
    );
    expect(named?.label).toBe('rsi(close, 14, tradingview, unstable 50)');
    expect(JSON.parse(requestLines([named!]))).toEqual({
      id: named?.label,
      fn: 'rsi',
      inputs: { real: 'close' },
      params: { timePeriod: 14 },
      convention: 'tradingview',
      unstablePeriod: 50,
    });
  });
});

describe('a kept choice', () => {
  it('is read back as it was', () => {
    const choice = {
      chosen: [chosen('sma', { params: { timePeriod: 7 }, inputs: { real: 'adjclose' } }), chosen('obv')],
      datasets: ['a', 'b'],
    };
    expect(readChoice(writeChoice(choice), catalogue)).toEqual(choice);
    expect(readChoice(writeChoice({ ...choice, datasets: null }), catalogue)?.datasets).toBeNull();
  });

  it.each([null, '', 'x', '3', '[]', '{}', '{"chosen":3,"datasets":[]}', '{"chosen":[],"datasets":[1]}'])(
    'is none where it cannot be read: %s',
    (kept) => {
      expect(readChoice(kept, catalogue)).toBeNull();
    },
  );

  it('loses only what is damaged, unknown or named twice', () => {
    const kept = JSON.stringify({
      chosen: [3, { key: 'a' }, chosen('sma', { indicator: 'smaa' }), chosen('obv'), chosen('obv')],
      datasets: [],
    });
    expect(readChoice(kept, catalogue)?.chosen).toEqual([chosen('obv')]);
  });

  it('has no option that its indicator does not take', () => {
    const kept = writeChoice({
      chosen: [chosen('add', { convention: 'tradingview', unstablePeriod: 9 })],
      datasets: null,
    });
    expect(readChoice(kept, catalogue)?.chosen).toEqual([chosen('add')]);
  });

  it('has the default where a setting is missing, unknown or out of range', () => {
    const kept = writeChoice({
      chosen: [
        chosen('sma', { key: '1', params: { timePeriod: 0 } }),
        chosen('sma', { key: '2', params: { timePeriod: 2.5, other: 1 } }),
        chosen('sma', { key: '3', params: {}, inputs: {} }),
      ],
      datasets: null,
    });
    expect(readChoice(kept, catalogue)?.chosen).toEqual(['1', '2', '3'].map((key) => chosen('sma', { key })));
  });
});

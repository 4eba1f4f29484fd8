import { describe, expect, it } from 'vitest';
import { CATALOGUE, entry, study } from './studies.fixture';
import {
  builtOn,
  callOf,
  countsBars,
  defaultPane,
  foundations,
  mayOverlay,
  nameWords,
  outputWords,
  studyTitle,
  type Study,
} from './study';

const rsi = study('s1', 'rsi');
const ofRsi = study('s2', 'sma', {
  params: { timePeriod: 5 },
  sources: { real: { study: 's1', output: 'value' } },
  pane: 's1',
});
const deep = study('s3', 'ema', { sources: { real: { study: 's2', output: 'value' } }, pane: 's1' });
const all = [rsi, ofRsi, deep];

const title = (one: Study): string => studyTitle(one, [...all, one], CATALOGUE);

describe('what a study is computed from', () => {
  it('is found to the bottom, and what stands on it to the top', () => {
    expect(foundations(deep, all)).toEqual([ofRsi, rsi]);
    expect(builtOn('s1', all)).toEqual([ofRsi, deep]);
    expect(builtOn('s3', all)).toEqual([]);
  });

  it('becomes one call, defaults filled in', () => {
    expect(callOf(ofRsi, all, CATALOGUE)).toEqual({
      indicator: 'sma',
      params: [5],
      series: [
        {
          kind: 'indicator',
          of: { indicator: 'rsi', params: [14], series: [{ kind: 'bars', column: 'close' }] },
          output: 'value',
        },
      ],
    });
  });

  it('may be the typical price', () => {
    const call = callOf(study('t', 'sma', { sources: { real: 'typical' } }), [], CATALOGUE);
    expect(call?.series[0]).toMatchObject({ kind: 'indicator', of: { indicator: 'typprice' } });
  });

  it('takes an unstable period and candle settings where they make a difference', () => {
    const call = (one: Study) => callOf(one, [one], CATALOGUE);
    expect(call(study('u', 'rsi', { unstablePeriod: 50 }))).toMatchObject({ unstablePeriod: 50 });
    expect(call(study('u', 'sma', { unstablePeriod: 50 }))).not.toHaveProperty('unstablePeriod');
    const candles = { bodyDoji: { factor: 0.2 }, near: { factor: 3 } };
    expect(call(study('c', 'cdldoji', { candles }))).toMatchObject({
      candleSettings: { bodyDoji: { range: 'highLow', period: 10, factor: 0.2 } },
    });
    expect(call(study('c', 'cdldoji', { candles: { near: { factor: 3 } } }))).not.toHaveProperty(
      'candleSettings',
    );
    expect(call(study('c', 'rsi', { candles }))).not.toHaveProperty('candleSettings');
  });

  it('says in its title what it does otherwise than the catalogue', () => {
    expect(title(study('u', 'rsi', { unstablePeriod: 1500, convention: 'tradingview' }))).toBe(
      'RSI 14, TradingView, unstable 1,500',
    );
    expect(title(study('c', 'cdldoji', { candles: { bodyDoji: { period: 3 } } }))).toBe(
      'Doji, own candle settings',
    );
    expect(title(study('c', 'cdldoji', { candles: { bodyDoji: { period: 10 } } }))).toBe('Doji');
  });

  it('is nothing while an indicator or a source is not known', () => {
    expect(callOf(ofRsi, [ofRsi], CATALOGUE)).toBeNull();
    expect(callOf(rsi, all, new Map())).toBeNull();
  });
});

describe('where a study is drawn', () => {
  it.each([
    [study('a', 'sma'), 'price'],
    [study('a', 'rsi', { pane: 'a' }), 'a'],
    [study('a', 'cdlengulfing', { pane: 'a' }), 'price'],
    [study('a', 'sma', { sources: { real: 'volume' } }), 'a'],
    [ofRsi, 's1'],
    [study('a', 'atr', { pane: 'a' }), 'a'],
  ])('%j goes to %s', (one, pane) => {
    expect(defaultPane(one, [...all, one], CATALOGUE)).toBe(pane);
  });

  it('keeps other scales off the prices', () => {
    expect(mayOverlay(rsi, all, CATALOGUE)).toBe(false);
    expect(mayOverlay(ofRsi, all, CATALOGUE)).toBe(false);
    expect(mayOverlay(study('a', 'cdldoji'), all, CATALOGUE)).toBe(true);
  });
});

describe('titles', () => {
  it('name the indicator, its numbers, and what it reads when that is not the close', () => {
    expect(title(study('a', 'sma', { params: { timePeriod: 20 } }))).toBe('SMA 20');
    expect(title(study('a', 'sma', { sources: { real: 'high' } }))).toBe('SMA 30 of high');
    expect(title(ofRsi)).toBe('SMA 5 of RSI 14');
    expect(title(study('a', 'obv', { sources: { real: 'typical' } }))).toBe('OBV of typical price');
    expect(title(study('a', 'cdlengulfing'))).toBe('Engulfing Pattern');
    expect(title(study('a', 'bbands', { params: { nbDevUp: 2.5, maType: 1 } }))).toBe(
      'BBANDS 5, 2.5, 2, EMA',
    );
    expect(title(study('a', 'beta', { sources: { real0: 'close', real1: 'open' } }))).toBe(
      'BETA 5 of close and open',
    );
  });

  it('name a convention that is not the usual one, and pass it on', () => {
    const one = study('a', 'rsi', { convention: 'tradingview' });
    expect(title(one)).toBe('RSI 14, TradingView');
    expect(callOf(one, [one], CATALOGUE)).toMatchObject({ convention: 'tradingview' });
  });

  it('name the output of a source that has several', () => {
    const macd = study('m', 'macd');
    const one = study('a', 'sma', { sources: { real: { study: 'm', output: 'signal' } } });
    expect(studyTitle(one, [macd, one], CATALOGUE)).toBe('SMA 30 of MACD 12, 26, 9, signal');
    expect(studyTitle(one, [one], CATALOGUE)).toBe('SMA 30 of a study that is gone');
  });
});

describe('names of the catalogue in words', () => {
  it.each([
    ['timePeriod', 'Time period'],
    ['nbDevUp', 'Number of deviations up'],
    ['slowKMaType', 'Slow K moving average type'],
    ['timePeriod1', 'Time period 1'],
    ['price_transform', 'Price transform'],
    ['k', 'K'],
  ])('%s is %s', (name, words) => {
    expect(nameWords(name)).toBe(words);
  });

  it('outputs stay in lower case', () => {
    expect(outputWords('leadSine')).toBe('lead sine');
  });

  it('a unit stands behind periods only', () => {
    expect(entry('bbands').params.map(countsBars)).toEqual([true, false, false, false]);
  });
});

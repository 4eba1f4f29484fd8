import { describe, expect, it } from 'vitest';
import { readStudies, writeStudies } from './stored-studies';
import { study } from './studies.fixture';

const rsi = study('s1', 'rsi', { params: { timePeriod: 9 }, looks: { value: { colour: 3, dash: 1 } } });
const ofRsi = study('s2', 'sma', { sources: { real: { study: 's1', output: 'value' } }, pane: 's1' });

describe('studies that are kept', () => {
  it('come back as they were, whatever their order', () => {
    for (const studies of [
      [rsi, ofRsi],
      [ofRsi, rsi],
    ])
      expect(readStudies(writeStudies(studies))).toEqual(studies);
  });

  it.each([null, '', '{', '3', '{"a":1}', '[1,null,{}]'])('are none in %j', (text) => {
    expect(readStudies(text)).toEqual([]);
  });

  it('lose a damaged entry alone', () => {
    const damaged = { ...rsi, id: 's9', looks: { value: { colour: 17, dash: 0 } } };
    expect(readStudies(JSON.stringify([damaged, rsi, rsi, { ...rsi, id: '' }]))).toEqual([rsi]);
  });

  it('follow the usual convention when none was kept', () => {
    const { convention: _, ...older } = rsi;
    expect(readStudies(JSON.stringify([older]))).toEqual([rsi]);
  });

  it('keep an unstable period and candle settings, and have none when none were kept', () => {
    const own = [
      study('s1', 'rsi', { unstablePeriod: 50 }),
      study('s2', 'cdldoji', { candles: { bodyDoji: { range: 'shadows', period: 0, factor: 0.2 } } }),
    ];
    expect(readStudies(writeStudies(own))).toEqual(own);
    const { unstablePeriod: _, candles: __, ...older } = rsi;
    expect(readStudies(JSON.stringify([older]))).toEqual([rsi]);
    const damaged = own.map((one) => ({ ...one, unstablePeriod: -1 }));
    expect(readStudies(JSON.stringify([...damaged, rsi]))).toEqual([rsi]);
  });

  it('lose what stands on a study that is not there, all the way up', () => {
    const top = study('s3', 'ema', { sources: { real: { study: 's2', output: 'value' } } });
    expect(readStudies(JSON.stringify([ofRsi, top]))).toEqual([]);
  });

  it('lose those that stand on themselves', () => {
    const a = study('a', 'sma', { sources: { real: { study: 'b', output: 'value' } } });
    const b = study('b', 'sma', { sources: { real: { study: 'a', output: 'value' } } });
    expect(readStudies(JSON.stringify([a, rsi, b]))).toEqual([rsi]);
  });
});

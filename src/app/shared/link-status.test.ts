import { describe, expect, it } from 'vitest';
import type { SharedDataset } from '../../core/share';
import type { BacktestAnswer, LinkVerdict } from '../../workers/protocol';
import { linkStatus, type LinkProgress } from './link-status';

const answerWith = (trades: number): BacktestAnswer =>
  ({
    outcome: { result: { trades: Array.from({ length: trades }, () => ({})) } },
  }) as unknown as BacktestAnswer;

const status = (change: Partial<LinkProgress>) =>
  linkStatus({
    verdict: null,
    checking: false,
    stopped: false,
    failure: null,
    other: null,
    carrier: 'link',
    ...change,
  });

const set: SharedDataset = {
  alias: null,
  sha256: 'ab'.repeat(32),
  name: 'waves',
  rows: 500,
  origin: null,
  source: 'waves.csv',
  interval: '1d',
  zone: null,
  from: Date.UTC(2015, 0, 5),
  to: Date.UTC(2016, 4, 18),
  currency: null,
  barsPerYear: null,
  contract: {},
};

describe('linkStatus', () => {
  it('says that nothing was checked before the re-run, and while it goes on', () => {
    expect(status({})).toMatchObject({
      state: 'waiting',
      title: 'Opened from a link',
      badge: 'not checked yet',
    });
    expect(status({ carrier: 'file' }).title).toBe('Opened from a file');
    expect(status({ checking: true })).toMatchObject({ state: 'checking', badge: 'not checked yet' });
    expect(status({ checking: true, stopped: true }).state).toBe('stopped');
    expect(status({ stopped: true })).toMatchObject({ state: 'stopped', title: 'Check stopped' });
  });

  it('never lets identical stand without its limit', () => {
    const { title, sentence } = status({ verdict: { state: 'identical', answer: answerWith(29) } });
    expect(title).toBe('Identical');
    expect(sentence).toContain('the same 29 trades, byte for byte');
    expect(sentence).toContain('It does not mean profitable.');
  });

  it('counts one trade as one', () => {
    const { sentence } = status({ verdict: { state: 'identical', answer: answerWith(1) } });
    expect(sentence).toContain('the same 1 trade, byte');
  });

  it.each([
    ['differs', 6, 'Differs at trade 7', 'Trust the figures'],
    ['differs', null, 'Differs', 'Trust the figures'],
    ['newer', 6, 'Newer version', 'Here it differs at trade 7.'],
    ['newer', null, 'Newer version', 'Reload to get the newest Backtab.'],
  ] as const)('names the first trade that differs: %s, index %s', (state, index, title, words) => {
    const trade = index === null ? null : { index, sent: null, here: null };
    const verdict: LinkVerdict = { state, answer: answerWith(9), trade, reason: 'A reason.' };
    const { title: shown, sentence } = status({ verdict });
    expect(shown).toBe(title);
    expect(sentence).toContain('A reason.');
    expect(sentence).toContain(words);
  });

  it('says which data are missing, how to get them, and what was brought instead', () => {
    const verdict: LinkVerdict = { state: 'data_not_here', missing: [set] };
    expect(status({ verdict })).toMatchObject({
      title: 'Data not here',
      sentence:
        'It was run on waves, 500 bars of 1d from waves.csv, 2015-01-05 to 2016-05-18. ' +
        'Drop the file on this page; it is checked by its fingerprint.',
    });
    const other = { name: 'hills', sha256: 'cd'.repeat(32), rows: 40 };
    expect(status({ verdict, other }).sentence).toContain(
      'hills is another: its 40 bars have the fingerprint cdcdcdcdcdcd, and abababababab is needed.',
    );
  });

  it.each([
    ['sp500', 'the sample of another version of Backtab'],
    ['synthetic:7', 'made from a number'],
  ])('knows how to get %s', (origin, words) => {
    const verdict: LinkVerdict = { state: 'data_not_here', missing: [{ ...set, origin }] };
    expect(status({ verdict }).sentence).toContain(words);
  });

  it('names each of several', () => {
    const missing = [
      { ...set, alias: 'A', source: null, interval: null, from: null },
      { ...set, alias: 'B' },
    ];
    expect(status({ verdict: { state: 'data_not_here', missing } }).sentence).toMatch(
      /^It was run on A: waves, 500 bars; B: waves, 500 bars of 1d .* Drop each file/,
    );
  });

  it('shows what would not be seen', () => {
    const verdict: LinkVerdict = { state: 'data_not_here', missing: [{ ...set, name: 'a\u202eb' }] };
    expect(status({ verdict }).sentence).toContain('a\u27e8U+202E\u27e9b');
  });

  it('tells why a check ended without a verdict', () => {
    const failure = { code: 'internal', message: 'The check failed.', remedy: 'Open the link again.' };
    expect(status({ failure })).toMatchObject({
      state: 'failed',
      sentence: 'The check failed. Open the link again. Nothing was stored.',
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { BacktestAnswer } from '../../workers/protocol';
import { linkStatus } from './link-status';

const answerWith = (trades: number): BacktestAnswer =>
  ({
    outcome: { result: { trades: Array.from({ length: trades }, () => ({})) } },
  }) as unknown as BacktestAnswer;

describe('linkStatus', () => {
  it('says that nothing was checked before the re-run, and while it goes on', () => {
    expect(linkStatus(null, false, null)).toMatchObject({ state: 'waiting', badge: 'not checked yet' });
    expect(linkStatus(null, true, null)).toMatchObject({ state: 'checking', badge: 'not checked yet' });
  });

  it('never lets identical stand without its limit', () => {
    const { title, sentence } = linkStatus({ state: 'identical', answer: answerWith(29) }, false, null);
    expect(title).toBe('Identical');
    expect(sentence).toContain('the same 29 trades, byte for byte');
    expect(sentence).toContain('It does not mean profitable.');
  });

  it('counts one trade as one', () => {
    const { sentence } = linkStatus({ state: 'identical', answer: answerWith(1) }, false, null);
    expect(sentence).toContain('the same 1 trade, byte');
  });

  it.each([
    [6, 'Differs at trade 7'],
    [null, 'Differs'],
  ])('names the first trade that differs: index %s', (firstTrade, title) => {
    const verdict = {
      state: 'differs',
      answer: answerWith(9),
      firstTrade,
      reason: 'Trade 7 leaves later.',
    } as const;
    const status = linkStatus(verdict, false, null);
    expect(status.title).toBe(title);
    expect(status.sentence).toContain('Trade 7 leaves later.');
  });

  it('gives the remedy where the data are missing', () => {
    const verdict = { state: 'data_not_here', remedy: 'Drop the file on this page.' } as const;
    expect(linkStatus(verdict, false, null)).toMatchObject({
      title: 'Data not here',
      sentence: 'Drop the file on this page.',
    });
  });

  it('tells why a check ended without a verdict', () => {
    const failure = { code: 'cancelled', message: 'The check was stopped.', remedy: 'Open the link again.' };
    expect(linkStatus(null, false, failure)).toMatchObject({
      state: 'stopped',
      sentence: 'The check was stopped. Open the link again. Nothing was stored.',
    });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sliceBars, type Bars } from '../core/bars';
import type { Column } from '../core/column';
import type { Instrument } from '../core/dataset';
import { BacktabError } from '../core/errors';
import { DEFAULT_SETTINGS } from '../core/settings';
import type { Strategy } from '../core/strategy';
import { referencesOf } from '../script/evaluate';
import { compileOrThrow } from '../script/plan-or-throw';
import { BUILT_IN } from '../strategies/built-in';
import { drawBars } from '../../tests/support/random-bars';
import { RandomSource } from '../../tests/support/random-source';
import { sp500Bars } from '../../tests/support/sp500';
import type { PortfolioMember } from './portfolio';
import { proveNoLookAhead, type TruncationReport } from './truncation';
import { backtestSubject, portfolioSubject } from './truncation/plan-subject';
import type { Built, TruncationSubject } from './truncation/subject';

const DAY = 86_400_000;
const SP500 = sp500Bars();
const INSTRUMENT: Instrument = {
  name: 'Test',
  currency: 'USD',
  zone: 'UTC',
  barsPerYear: 252,
};

const walk = (rows: number, seed = 1): Bars =>
  drawBars(new RandomSource(seed), { rows, tick: 0, damage: 0, hasActions: false, gap: 0.02 });

const prove = (source: string, bars: Bars, cuts = 32): Promise<TruncationReport> =>
  proveNoLookAhead(
    backtestSubject({
      plan: compileOrThrow(source),
      parameters: {},
      bars,
      instrument: INSTRUMENT,
      intervalMs: DAY,
    }),
    { cuts },
  );

const script = (body: string): string => `strategy('T', { fee: percent(0.1) })\n${body}`;

const EXAMPLE_FOLDER = new URL('../../docs/examples/', import.meta.url);
const EXAMPLES = readdirSync(EXAMPLE_FOLDER).filter((name) => name.endsWith('.js'));

describe('the proof that a strategy does not look ahead', () => {
  it.each(BUILT_IN)(
    'holds for $id on the S&P 500',
    async ({ source }) => {
      const plan = compileOrThrow(source);
      const bars = sliceBars(SP500, 3_000, SP500.time.length);
      const members = ['own', ...referencesOf(plan)].map((alias, k) =>
        memberOf(alias, sliceBars(bars, 0, bars.time.length - 100 * k)),
      );
      const report = await proveNoLookAhead(portfolioSubject({ plan, parameters: {}, members }), { cuts: 8 });
      expect(report.disagreements).toEqual([]);
      expect(report).toMatchObject({ isProved: true, steps: bars.time.length, runs: 3 * report.cuts });
    },
    60_000,
  );

  it.each(EXAMPLES)(
    'holds for the example %s',
    async (name) => {
      const plan = compileOrThrow(readFileSync(new URL(name, EXAMPLE_FOLDER), 'utf8'));
      const members = ['own', ...referencesOf(plan)].map((alias, k) => memberOf(alias, walk(400, k + 1)));
      const report = await proveNoLookAhead(portfolioSubject({ plan, parameters: {}, members }), {
        cuts: 12,
      });
      expect(report.disagreements).toEqual([]);
    },
    60_000,
  );

  it('takes every prefix of short data, and is the same whenever it is asked', async () => {
    const source = script(
      'if (crossover(close, sma(close, 5))) buy({ size: units(1) })\nif (close < open) exit()',
    );
    const report = await prove(source, walk(30));
    expect(report).toMatchObject({ isProved: true, steps: 30, cuts: 29, runs: 87 });
    expect(await prove(source, walk(30))).toEqual(report);
  });

  it('holds with refusals, brackets, waiting orders and what reads the account', async () => {
    const body = [
      'let peak = state(0)',
      'peak = max(peak, equity)',
      'if (close > open) buy({ size: percentOfEquity(150), stop: close * 0.97, target: close * 1.03 })',
      "if (close < close[1]) short({ size: cash(1000), limit: close * 1.01, timeInForce: 'day' })",
      'if (position.bars > 3) exit({ trail: percent(2) })',
      "plot(peak - equity, 'fall')",
      "log('held', position.size, rsi(equity, 5))",
    ].join('\n');
    for (let seed = 1; seed <= 4; seed++) {
      const report = await prove(script(body), walk(120, seed), 16);
      expect(report.disagreements, `seed ${seed}`).toEqual([]);
    }
  }, 60_000);

  it('holds over datasets of unlike bars and gaps', async () => {
    const source = script(
      "const up = timeframe('1w', close > sma(close, 3))\nconst b = data('B', timeframe('1M', close))\nif (up && data('B').close > b) buy({ size: units(2), tag: 'up' })\nif (data('B').close < data('B').open) exit()\nif (close > open) rebalance(0.2, { market: 'B' })",
    );
    const weekly = thinned(walk(500, 3), 7);
    const members = [memberOf('A', walk(500, 4), DAY), memberOf('B', weekly, 7 * DAY)];
    const subject = portfolioSubject({ plan: compileOrThrow(source), parameters: {}, members });
    expect((await proveNoLookAhead(subject, { cuts: 32 })).disagreements).toEqual([]);
  }, 60_000);

  it('tells how far it is and can be cancelled', async () => {
    const subject = backtestSubject({
      plan: compileOrThrow(script('exit()')),
      parameters: {},
      bars: walk(10),
      instrument: INSTRUMENT,
    });
    const told: number[] = [];
    const checkpoint = async (done: number, total: number): Promise<void> => {
      expect(total).toBe(27);
      told.push(done);
      if (done === 5) throw new BacktabError('cancelled', { work: 'The check' });
    };
    await expect(proveNoLookAhead(subject, {}, { checkpoint })).rejects.toMatchObject({ code: 'cancelled' });
    expect(told).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('refuses what cannot be run', () => {
    const request = { parameters: {}, bars: walk(10), instrument: INSTRUMENT };
    const plan = compileOrThrow(script("if (data('B').close > close) exit()"));
    expect(() => backtestSubject({ ...request, plan })).toThrow(
      expect.objectContaining({ code: 'reference_missing' }),
    );
    const short = { ...request, plan: compileOrThrow(script('exit()')), bars: walk(1) };
    expect(() => backtestSubject(short)).toThrow(expect.objectContaining({ code: 'data_insufficient' }));
  });
});

describe('the proof fails', () => {
  /** A strategy and one value that are made from the bars by cheats of one's own. */
  const cheating = (bars: Bars, build: (bars: Bars) => Built): TruncationSubject => ({
    setup: { markets: [{ name: '', bars, intervalMs: DAY }], settings: DEFAULT_SETTINGS },
    datasets: [{ name: '', bars, instrument: INSTRUMENT, intervalMs: DAY }],
    lineOf: (reason) => (reason === 'tomorrow' ? 7 : null),
    build: ([table]) => build(table!.bars),
  });
  const idle: Strategy = { name: 'idle', onBar: () => [] };

  it('on a value that reads the next row, and names it with its first bar', async () => {
    const bars = walk(40);
    const next = (close: Column): Column => close.map((_, i) => close[i + 1] ?? NaN);
    const subject = cheating(bars, ({ close }) => ({
      strategy: idle,
      values: () => [
        { text: 'close', line: 2, market: 0, column: close },
        { text: 'tomorrow', line: 3, market: 0, column: next(close) },
      ],
    }));
    const { isProved, disagreements } = await proveNoLookAhead(subject);
    expect(isProved).toBe(false);
    expect(disagreements).toEqual([
      {
        kind: 'value',
        dataset: '',
        bar: 0,
        time: bars.time[0],
        line: 3,
        text: 'tomorrow',
        whole: String(bars.close[1]),
        prefix: 'NaN',
        kept: 1,
        after: 'cut',
      },
    ]);
  });

  it('on a value that is measured by all rows', async () => {
    const subject = cheating(walk(40), ({ close }) => ({
      strategy: idle,
      values: () => [{ text: 'share', line: 1, market: 0, column: close.map((x) => x / Math.max(...close)) }],
    }));
    const [first] = (await proveNoLookAhead(subject)).disagreements;
    expect(first).toMatchObject({ kind: 'value', text: 'share', bar: 0 });
  });

  it('on orders that know the next bar, and on all that follows from them', async () => {
    const bars = walk(60);
    const subject = cheating(bars, ({ close }) => ({
      strategy: {
        name: 'prophet',
        onBar: (_, i) =>
          close[i + 1]! > close[i]!
            ? [{ kind: 'enter', side: 'buy', sizing: { kind: 'units', units: 1 }, reason: 'tomorrow' }]
            : [],
      },
      values: () => [],
    }));
    const { disagreements } = await proveNoLookAhead(subject);
    // With huge prices in place of tomorrow's it buys on the first bar of all.
    expect(disagreements[0]).toMatchObject({ kind: 'request', bar: 0, line: 7, text: 'tomorrow' });
  });

  it('on a strategy that knows how many bars there are', async () => {
    const subject = cheating(walk(40), ({ close }) => ({
      strategy: { name: 'late', onBar: (_, i) => (i === close.length - 1 ? [{ kind: 'exit' }] : []) },
      values: () => [],
    }));
    expect((await proveNoLookAhead(subject)).isProved).toBe(false);
  });

  it('on a cheat that acts once in long data, near its order', async () => {
    const bars = walk(3000);
    const subject = cheating(bars, ({ close }) => ({
      strategy: {
        name: 'once',
        onBar: (_, i) => (i === 1234 && close[i + 1]! > 0 ? [{ kind: 'exit', reason: 'tomorrow' }] : []),
      },
      values: () => [],
    }));
    const [first] = (await proveNoLookAhead(subject, { cuts: 16 })).disagreements;
    expect(first).toMatchObject({
      kind: 'request',
      bar: 1234,
      whole: expect.stringContaining('exit'),
      prefix: 'nothing',
    });
  });
});

/** Every so-manieth bar. */
function thinned(bars: Bars, step: number): Bars {
  const each = (column: Column): Column => column.filter((_, i) => i % step === 0);
  const { time, open, high, low, close, volume } = bars;
  return {
    time: each(time),
    open: each(open),
    high: each(high),
    low: each(low),
    close: each(close),
    volume: each(volume),
    extra: {},
  };
}

const memberOf = (name: string, bars: Bars, intervalMs = DAY): PortfolioMember => ({
  name,
  bars,
  dataHash: name,
  instrument: { ...INSTRUMENT, name },
  intervalMs,
});

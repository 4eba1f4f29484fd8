import { annualReturn } from '../annual-return';
import type { CalendarPeriod } from '../period-returns';
import { positiveShare } from '../positive-share';
import { totalReturn } from '../total-return';
import { figuresOf, type FigureRow } from './figure-spec';
import { need } from './need';
import type { RunSample } from './run-sample';

const spanRows = (period: CalendarPeriod): readonly FigureRow<RunSample>[] => {
  const { title, plural } = WORDS[period];
  return [
    {
      key: `best${title}`,
      of: 'bestAndWorstPeriod',
      name: `Best ${period}`,
      formula: `greatest return of a ${period}, the first and last one may be cut short`,
      unit: 'fraction',
      needs: [need(2, 'bar')],
      better: 'higher',
      measure: (sample) => sample.ends(period)?.best.return ?? null,
    },
    {
      key: `worst${title}`,
      of: 'bestAndWorstPeriod',
      name: `Worst ${period}`,
      formula: `least return of a ${period}, the first and last one may be cut short`,
      unit: 'fraction',
      needs: [need(2, 'bar')],
      better: 'higher',
      measure: (sample) => sample.ends(period)?.worst.return ?? null,
    },
    {
      key: `positive${title}s`,
      of: 'positiveShare',
      name: `Winning ${plural}`,
      formula: `${plural} with a return above zero / ${plural} with one other than zero`,
      unit: 'fraction',
      needs: [need(1, period)],
      otherwise: `No ${period} with a gain or a loss.`,
      better: 'higher',
      measure: (sample) => positiveShare(sample.periods(period).returns),
    },
  ];
};

const WORDS = {
  day: { title: 'Day', plural: 'days' },
  month: { title: 'Month', plural: 'months' },
  year: { title: 'Year', plural: 'years' },
} as const;

/** Returns and growth. */
export const GROWTH_FIGURES = figuresOf<RunSample>('growth', [
  {
    key: 'totalReturn',
    unit: 'fraction',
    needs: [need(2, 'bar')],
    measure: ({ input }) => totalReturn(input.series.equity),
  },
  { key: 'cagr', unit: 'fraction a year', needs: [need(2, 'bar')], measure: (sample) => sample.growth },
  {
    key: 'annualReturn',
    unit: 'fraction a year',
    needs: [need(1, 'return')],
    better: 'higher',
    measure: (sample) => annualReturn(sample.returns, sample.input.barsPerYear),
  },
  {
    key: 'finalEquity',
    unit: 'money',
    needs: [need(1, 'bar')],
    measure: ({ input }) => input.series.equity.at(-1) ?? null,
  },
  ...spanRows('day'),
  ...spanRows('month'),
  ...spanRows('year'),
]);

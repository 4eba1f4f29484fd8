import { BOLLINGER_REVERSION } from './bollinger-reversion';
import { GOLDEN_CROSS } from './golden-cross';
import { RSI_PULLBACK } from './rsi-pullback';
import { TWO_AVERAGES } from './two-averages';

/** A strategy that comes with Backtab. */
export interface BuiltInStrategy {
  /** File name of its example without the ending, as `golden-cross`. */
  readonly id: string;
  /** As `strategy(...)` in the text calls it. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly source: string;
}

/** The strategies that come with Backtab; the first one greets a first visit. */
export const BUILT_IN: readonly BuiltInStrategy[] = [
  {
    id: 'golden-cross',
    name: 'Golden cross',
    summary: 'Follows a trend from the crossing of two averages, with a stop and a target.',
    source: GOLDEN_CROSS,
  },
  {
    id: 'two-averages',
    name: 'Two averages',
    summary: 'Follows a trend from crossing to crossing, without a stop.',
    source: TWO_AVERAGES,
  },
  {
    id: 'rsi-pullback',
    name: 'RSI pullback',
    summary: 'Buys short dips inside a longer rise.',
    source: RSI_PULLBACK,
  },
  {
    id: 'bollinger-reversion',
    name: 'Bollinger reversion',
    summary: 'Buys when an unusually low close turns back towards its average.',
    source: BOLLINGER_REVERSION,
  },
];

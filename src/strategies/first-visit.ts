import { BOLLINGER_REVERSION } from './bollinger-reversion';
import type { BuiltInStrategy } from './built-in-strategy';
import { GOLDEN_CROSS } from './golden-cross';
import { RSI_PULLBACK } from './rsi-pullback';
import { TWO_AVERAGES } from './two-averages';

/** The strategies that a first visit finds in its list; the first one is on screen. */
export const FIRST_VISIT: readonly BuiltInStrategy[] = [
  {
    id: 'golden-cross',
    name: 'Golden cross',
    kind: 'Trend',
    summary: 'Follows a trend from the crossing of two averages, with a stop and a target.',
    fails:
      'Sideways markets cross often: each crossing is a small loss, and the target ends the longest rises early.',
    needs: 'bars',
    source: GOLDEN_CROSS,
  },
  {
    id: 'two-averages',
    name: 'Two averages',
    kind: 'Trend',
    summary: 'Follows a trend from crossing to crossing, without a stop.',
    fails:
      'In sideways markets each crossing is a small loss, and sudden falls are seen late by both averages.',
    needs: 'bars',
    source: TWO_AVERAGES,
  },
  {
    id: 'rsi-pullback',
    name: 'RSI pullback',
    kind: 'Mean reversion',
    summary: 'Buys short dips inside a longer rise.',
    fails: 'The first dip of a falling market looks like any other and is bought.',
    needs: 'bars',
    source: RSI_PULLBACK,
  },
  {
    id: 'bollinger-reversion',
    name: 'Bollinger reversion',
    kind: 'Mean reversion',
    summary: 'Buys when an unusually low close turns back towards its average.',
    fails: 'In a fall that goes on the bands follow the price down, and every return into them is bought.',
    needs: 'bars',
    source: BOLLINGER_REVERSION,
  },
];

import { BOTH_SIDES } from './both-sides';
import { BRACKETED_PULLBACK } from './bracketed-pullback';
import type { BuiltInStrategy } from './built-in-strategy';
import { CHANNEL_BREAKOUT } from './channel-breakout';
import { FIRST_VISIT } from './first-visit';
import { MONTHLY_REBALANCE } from './monthly-rebalance';
import { OPENING_RANGE } from './opening-range';
import { PAIR_SPREAD } from './pair-spread';
import { PAUSE_AFTER_LOSSES } from './pause-after-losses';
import { PYRAMID } from './pyramid';
import { REGIME_FILTER } from './regime-filter';
import { RISING_STOP } from './rising-stop';
import { TURN_OF_MONTH } from './turn-of-month';
import { VOLATILITY_TARGET } from './volatility-target';
import { WEEKLY_TREND } from './weekly-trend';

/** The strategies that come with Backtab: those of a first visit, then the rest of the gallery. */
export const BUILT_IN: readonly BuiltInStrategy[] = [
  ...FIRST_VISIT,
  {
    id: 'both-sides',
    name: 'Both sides of an average',
    kind: 'Trend',
    summary: 'Long above a band around an average, short below it; the kind of average is a choice.',
    fails:
      'Where falls are short and sharp, the short side is late, turns at the low, and pays for borrowed shares.',
    needs: 'bars',
    source: BOTH_SIDES,
  },
  {
    id: 'channel-breakout',
    name: 'Channel breakout',
    kind: 'Breakout',
    summary: 'Buys a new high of many bars and leaves at a new low of fewer.',
    fails: 'A market that swings inside a range sells each new high back into it.',
    needs: 'bars',
    source: CHANNEL_BREAKOUT,
  },
  {
    id: 'weekly-trend',
    name: 'Weekly trend, daily dip',
    kind: 'Several timeframes',
    summary: 'Takes the direction from weekly bars and the moment from daily ones.',
    fails: 'The week learns of a fall late: five bad days pass before its close can say so.',
    needs: 'bars',
    source: WEEKLY_TREND,
  },
  {
    id: 'regime-filter',
    name: 'Regime filter',
    kind: 'Regime filter',
    summary: 'Follows the trend while the market is calm and holds nothing while it is nervous.',
    fails: 'A fast recovery is missed: calm returns only after the rise.',
    needs: 'bars',
    source: REGIME_FILTER,
  },
  {
    id: 'volatility-target',
    name: 'Volatility target',
    kind: 'Volatility target',
    summary: 'Holds more of a calm market and less of a nervous one.',
    fails: 'When calm ends overnight, the first fall is met fully invested and the rebound with little.',
    needs: 'bars',
    source: VOLATILITY_TARGET,
  },
  {
    id: 'monthly-rebalance',
    name: 'Monthly rebalance',
    kind: 'Rebalancing',
    summary: 'Keeps a fixed share in the market, set right once a month.',
    fails: 'In one long move it keeps selling what goes on to gain, or buying what goes on to lose.',
    needs: 'bars',
    source: MONTHLY_REBALANCE,
  },
  {
    id: 'pair-spread',
    name: 'Pair spread',
    kind: 'Pairs',
    summary: 'Sells the dear one of two related prices and buys the cheap one.',
    fails: 'When the relation breaks for a reason, the difference grows for good.',
    needs: 'pair',
    source: PAIR_SPREAD,
  },
  {
    id: 'opening-range',
    name: 'Opening range',
    kind: 'Session and calendar',
    summary: 'Follows the price out of the range of the first half hour, and is flat at night.',
    fails: 'On days that turn round the price comes back through the range, and costs are paid twice.',
    needs: 'intraday',
    source: OPENING_RANGE,
  },
  {
    id: 'turn-of-month',
    name: 'Turn of the month',
    kind: 'Session and calendar',
    summary: 'Holds the market over the turn of the month only.',
    fails: 'A date found by looking through many works on the past by chance alone; the costs are certain.',
    needs: 'bars',
    source: TURN_OF_MONTH,
  },
  {
    id: 'bracketed-pullback',
    name: 'Bracketed pullback',
    kind: 'Bracket orders',
    summary: 'A limit order below the close brings a stop and a target with its fill.',
    fails: 'Exactly the bad dips are sure to fill, while the best rises leave without the order.',
    needs: 'bars',
    source: BRACKETED_PULLBACK,
  },
  {
    id: 'pyramid',
    name: 'Pyramid',
    kind: 'Pyramiding',
    summary: 'Adds a quarter each time the position has gained an average range.',
    fails: 'When rises are short the position is largest at the top.',
    needs: 'bars',
    source: PYRAMID,
  },
  {
    id: 'rising-stop',
    name: 'Rising stop',
    kind: 'Stops and risk',
    summary: 'Starts a stop below, raises it with the price, and sells half on the way.',
    fails: 'In wide swings the stop is hit in each of them and the rest of the rise is missed.',
    needs: 'bars',
    source: RISING_STOP,
  },
  {
    id: 'pause-after-losses',
    name: 'Pause after losses',
    kind: 'Stops and risk',
    summary: 'Follows breakouts and pauses after a row of losing trades.',
    fails: 'Where losses do not come in rows, the pause misses winners as often as losers.',
    needs: 'bars',
    source: PAUSE_AFTER_LOSSES,
  },
];

import type { RunSettings } from '../../core/settings';
import { LEAST_SHARE } from '../costs/slippage';
import { TICK_SLACK } from '../costs/tick';
import { LOT_SLACK } from '../lots';
import { MOST } from './lane';

/** What settings come to in a lane, as plain numbers for kernels: `lane-costs.ts` and the models behind it define them. */
export interface LaneRules {
  readonly capital: number;
  /** Shares of the traded value. */
  readonly takerRate: number;
  readonly makerRate: number;
  readonly feePerUnit: number;
  readonly feePerOrder: number;
  /** 0 for none. */
  readonly feeMinimum: number;
  /** Share of the traded value; infinity for none. */
  readonly feeMaximum: number;
  /** Shares of the price that fills lose, without their impact. */
  readonly openingShare: number;
  readonly closingShare: number;
  readonly rootImpact: number;
  readonly squareImpact: number;
  readonly slippageTicks: number;
  readonly tickSize: number;
  readonly tickSlack: number;
  readonly leastShare: number;
  readonly lotSize: number;
  readonly lotSlack: number;
  readonly minNotional: number;
  readonly most: number;
  /** Which fills slip: those of market orders (1), of stops at a gap (2), of stops within a bar (4). */
  readonly slips: number;
  /** 1 where slippage ends at the range of the bar. */
  readonly isBounded: number;
  /** 1 where short positions are allowed. */
  readonly mayShort: number;
}

const SLIPS: Readonly<Record<RunSettings['slippageOn'], number>> = { all: 7, market: 1, trigger: 4 };

/** @param settings  without a `laneForeignSetting` */
export function laneRules(settings: RunSettings): LaneRules {
  const { feePercent, feeMakerPercent, feeMaximumPercent, slippageBps, spreadBps } = settings;
  const onEntryOnly = settings.spreadOn === 'entry';
  const takerRate = feePercent / 100;
  return {
    capital: settings.capital,
    takerRate,
    makerRate: Number.isNaN(feeMakerPercent) ? takerRate : feeMakerPercent / 100,
    feePerUnit: settings.feePerUnit,
    feePerOrder: settings.feePerOrder,
    feeMinimum: settings.feeMinimum,
    feeMaximum: feeMaximumPercent === 0 ? Infinity : feeMaximumPercent / 100,
    openingShare: (slippageBps + spreadBps / (onEntryOnly ? 1 : 2)) / 10_000,
    closingShare: (slippageBps + (onEntryOnly ? 0 : spreadBps / 2)) / 10_000,
    rootImpact: settings.impactBps / 10_000,
    squareImpact: settings.impactQuadraticBps / 10_000,
    slippageTicks: settings.slippageTicks,
    tickSize: settings.tickSize,
    tickSlack: TICK_SLACK,
    leastShare: LEAST_SHARE,
    lotSize: settings.lotSize,
    lotSlack: LOT_SLACK,
    minNotional: settings.minNotional,
    most: MOST,
    slips: SLIPS[settings.slippageOn],
    isBounded: Number(settings.slippageBound === 'bar'),
    mayShort: Number(settings.shorting !== 'refuse'),
  };
}

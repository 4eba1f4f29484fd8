import { DEFAULT_SETTINGS, SETTINGS, SETTING_NAMES, type RunSettings } from '../../src/core/settings';
import type { RandomSource } from './random-source';

type Draw = (random: RandomSource) => number | string;

const within =
  (min: number, max: number): Draw =>
  (random) =>
    random.between(min, max);
const whole =
  (min: number, max: number): Draw =>
  (random) =>
    random.whole(min, max);
const oneOf =
  (...values: readonly (number | string)[]): Draw =>
  (random) =>
    random.pick(values);

/** Values at which each number or text does something in runs of a few dozen bars. */
const DRAWS: Readonly<Record<string, Draw>> = {
  capital: within(10_000, 1e6),
  feePercent: within(-0.05, 1),
  feeMakerPercent: within(-0.05, 0.5),
  feePerUnit: within(0, 0.05),
  feePerOrder: within(0, 5),
  feeMinimum: within(0, 10),
  feeMaximumPercent: within(0.01, 2),
  feeTiers: oneOf('0:0.2,10000:0.1,100000:0.05', '50000:-0.01'),
  slippageBps: within(0, 50),
  slippageTicks: whole(0, 3),
  spreadBps: within(0, 30),
  impactBps: within(0, 100),
  impactQuadraticBps: within(0, 100),
  volumeShare: within(0.01, 1),
  latencyBars: whole(0, 3),
  latencyMs: within(0, 1000),
  markEveryMs: within(1000, 86_400_000),
  pyramiding: whole(1, 4),
  lotSize: oneOf(1, 0.001, 0.1, 5),
  tickSize: oneOf(0.01, 0.05, 0.25),
  minNotional: within(0, 500),
  multiplier: oneOf(10, 0.1, 50),
  leverage: oneOf(0.5, 2, 5, 20),
  maintenancePercent: within(0, 20),
  borrowPercent: within(0, 20),
  interestPercent: within(-2, 10),
  loanPercent: within(0, 20),
  settlementDays: whole(0, 3),
  conversionBps: within(0, 50),
  maxPositionPercent: within(5, 150),
  maxExposurePercent: within(5, 200),
  maxDrawdownPercent: within(1, 50),
  dailyLossPercent: within(0.5, 10),
  maxOrdersPerDay: whole(1, 6),
  maxLosingStreak: whole(1, 6),
  expectedShortfallPercent: within(0.5, 5),
  coolDownBars: whole(1, 5),
};

/** Names of settings that have a number or a text but are not drawn; a test holds it empty. */
export const undrawn = (): readonly string[] =>
  SETTING_NAMES.filter((name) => SETTINGS[name].kind !== 'choice' && !(name in DRAWS));

/** Settings of which each differs from its default with a probability, within what makes sense. */
export function drawSettings(random: RandomSource, share: number): RunSettings {
  const drawn: Record<string, number | string> = {};
  for (const name of SETTING_NAMES) {
    const setting = SETTINGS[name];
    if (!random.chance(share)) continue;
    drawn[name] = setting.kind === 'choice' ? random.pick(setting.choices) : DRAWS[name]!(random);
  }
  return { ...DEFAULT_SETTINGS, ...drawn };
}

import type { RunSettings } from '../../core/run';
import type { SensitivityAxis, SensitivityPlan, Variant } from './shape';

/** Times the run's own costs. */
const FACTORS = [0, 0.5, 1, 1.5, 2, 3, 5] as const;
/** Where the run has none of a kind: percent of value, and basis points of price. */
const FEES = [0, 0.02, 0.05, 0.1, 0.2, 0.5] as const;
const SLIPPAGES = [0, 1, 2, 5, 10, 20] as const;

const FEE_SETTINGS = ['feePercent', 'feeMakerPercent', 'feePerUnit', 'feePerOrder', 'feeMinimum'] as const;
const SLIPPAGE_SETTINGS = [
  'slippageBps',
  'slippageTicks',
  'spreadBps',
  'impactBps',
  'impactQuadraticBps',
] as const;

/** One step of a cost. */
interface Step {
  readonly value: number;
  readonly label: string;
  readonly settings: Partial<RunSettings>;
}

/**
 * Fees times slippage: every kind of fee and of slippage that the run pays times 0 to 5, or, where it pays none, fees of
 * 0 to 0.5 % and slippage of 0 to 20 bp a side.
 *
 * @param settings  of the run
 */
export function costGrid(settings: RunSettings): SensitivityPlan {
  const fees = feeSteps(settings);
  const slippages = slippageSteps(settings);
  const variants = fees.steps.flatMap((fee, i) =>
    slippages.steps.map((slippage, k): Variant => ({
      label: `${fee.label}, ${slippage.label}`,
      at: [fees.axis.values[i] ?? NaN, slippages.axis.values[k] ?? NaN],
      settings: { ...fee.settings, ...slippage.settings },
    })),
  );
  return {
    kind: 'costs',
    question: 'What is left when trading costs more?',
    assumptions: [
      'Same bars, same rules; only what a fill costs is different.',
      'Orders do not shrink because they are dear: sizes follow from the equity that is left.',
    ],
    axes: [fees.axis, slippages.axis],
    variants,
  };
}

interface Steps {
  readonly axis: SensitivityAxis;
  readonly steps: readonly Step[];
}

function feeSteps(settings: RunSettings): Steps {
  const pays = settings.feeTiers !== '' || FEE_SETTINGS.some((name) => isCost(settings[name]));
  if (!pays) {
    const steps = FEES.map((value) => ({ value, label: `fee ${value} %`, settings: { feePercent: value } }));
    return { axis: { name: 'Fee', unit: '% a side', values: FEES }, steps };
  }
  const steps = FACTORS.map((value) => ({
    value,
    label: `${value} × fees`,
    settings: { ...scaled(settings, FEE_SETTINGS, value), feeTiers: scaledTiers(settings.feeTiers, value) },
  }));
  return { axis: { name: 'Fees', unit: 'times those of the run', values: FACTORS }, steps };
}

function slippageSteps(settings: RunSettings): Steps {
  if (!SLIPPAGE_SETTINGS.some((name) => isCost(settings[name]))) {
    const steps = SLIPPAGES.map((value) => ({
      value,
      label: `slippage ${value} bp`,
      settings: { slippageBps: value },
    }));
    return { axis: { name: 'Slippage', unit: 'bp a side', values: SLIPPAGES }, steps };
  }
  const steps = FACTORS.map((value) => ({
    value,
    label: `${value} × slippage`,
    settings: scaled(settings, SLIPPAGE_SETTINGS, value),
  }));
  return { axis: { name: 'Slippage', unit: 'times that of the run', values: FACTORS }, steps };
}

/** NaN and zero are no cost; below zero is a rebate, which scales too. */
const isCost = (value: number): boolean => !Number.isNaN(value) && value !== 0;

const scaled = <Name extends (typeof FEE_SETTINGS | typeof SLIPPAGE_SETTINGS)[number]>(
  settings: RunSettings,
  names: readonly Name[],
  factor: number,
): Partial<RunSettings> => Object.fromEntries(names.map((name) => [name, settings[name] * factor]));

/** `0:0.1,1000000:0.08` with its percents times the factor. */
const scaledTiers = (tiers: string, factor: number): string =>
  tiers.replaceAll(/:(-?\d+(?:\.\d+)?)/g, (_, percent: string) => `:${plain(Number(percent) * factor)}`);

/** A number in digits alone, as the setting is written. */
const plain = (value: number): string => value.toFixed(8).replace(/\.?0+$/, '');

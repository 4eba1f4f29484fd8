import type { RunSettings } from '../../core/run';
import type { SensitivityPlan, Variant } from './shape';

/** Most bars of delay unless told otherwise. */
export const DELAYS = 5;

/**
 * Every order reaches the market some bars later than in the run.
 *
 * @param settings  of the run; its own latency counts as no delay
 * @param most      greatest delay in bars, integer >= 1
 */
export function orderDelay(settings: RunSettings, most: number = DELAYS): SensitivityPlan {
  const delays = Array.from({ length: most + 1 }, (_, bars) => bars);
  const variants = delays.map((bars): Variant => ({
    label: bars === 0 ? 'in time' : bars === 1 ? '1 bar late' : `${bars} bars late`,
    at: [bars],
    settings: { latencyBars: settings.latencyBars + bars },
  }));
  return {
    kind: 'delay',
    question: 'What is left when every order comes late?',
    assumptions: [
      'Sizes, stops and targets are those of the bar that asked; only the arrival of orders is later.',
      'An edge that is gone after a bar was in the fill and not in the rule.',
    ],
    axes: [{ name: 'Delay', unit: 'bars', values: delays }],
    variants,
  };
}

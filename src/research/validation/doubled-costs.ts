import { formatPercent, formatRatio } from '../../core/format';
import type { RunSettings } from '../../core/run';
import { costGrid } from '../sensitivity/cost-grid';
import type { RunVariant, SensitivityAxis } from '../sensitivity/shape';
import { figure, notRun, ran, type ValidationResult, type ValidationTopic } from './shape';

const TOPIC: ValidationTopic = {
  id: 'doubled_costs',
  name: 'Doubled costs',
  question: 'Is anything left when every fee and slippage is twice as high?',
  assumptions: ['Same bars, same rules; only what a fill costs is different.'],
  source: 'own construction',
};

const FACTOR = 2;

/**
 * The setting with doubled costs. It passes when it still grows.
 *
 * @param settings  of the run
 * @param run       runs a variant of it
 */
export function doubledCosts(settings: RunSettings, run: RunVariant): ValidationResult {
  const { axes, variants } = costGrid(settings);
  const isPaid = ({ unit }: SensitivityAxis): boolean => unit.startsWith('times');
  if (!axes.some(isPaid)) return notRun(TOPIC, 'The run pays no costs that could be doubled.');
  const place = axes.map((axis) => (isPaid(axis) ? FACTOR : 0));
  const variant = variants.find(({ at }) => at.every((value, k) => value === place[k]));
  if (!variant) return notRun(TOPIC, 'The costs of the run cannot be doubled.');
  const before = run({});
  const after = run(variant);
  return ran(TOPIC, {
    figures: [
      figure('growth', 'Growth a year with doubled costs', 'fraction a year', after.cagr),
      figure('before', 'Growth a year as it is', 'fraction a year', before.cagr),
      figure('sharpe', 'Sharpe with doubled costs', 'ratio', after.sharpe),
      figure('costs', 'Costs paid', 'money', after.costs),
    ],
    answer: `It grows ${formatPercent(after.cagr)} a year instead of ${formatPercent(before.cagr)}; Sharpe ${formatRatio(after.sharpe)}.`,
    pass: (after.cagr ?? 0) > 0,
  });
}

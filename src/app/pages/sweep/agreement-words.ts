import type { SweepOutcome } from '../../../research/outcome';
import { formatInteger, formatNumber } from '../../format';

const BACKENDS = { cpu: 'CPU', wasm: 'WASM', webgpu: 'GPU' } as const;

/** How far the fast path agrees with the exact engine, or why there was no fast path. */
export function agreementWords(sweep: SweepOutcome): string {
  const { agreement, refusal } = sweep;
  if (!agreement) {
    const why = refusal ? ` ${refusal.replace(/\.?$/, '.')}` : '';
    return `Every setting was run by the exact engine.${why}`;
  }
  const cells = `${formatInteger(agreement.cells)} settings were run exactly as well`;
  const rank =
    agreement.rankCorrelation === null
      ? 'too few to compare ranks'
      : `rank correlation ${formatNumber(agreement.rankCorrelation, { decimals: 4 })}`;
  const worst = significant(agreement.worstDifference);
  const at = agreement.worstDifference > 0 ? ` at ${agreement.worstCell.join('/')}` : '';
  const trades =
    agreement.tradeDifferences === 0
      ? 'equal trade counts in all'
      : `trade counts differ in ${formatInteger(agreement.tradeDifferences)}`;
  return `Screened by ${BACKENDS[agreement.backend]} in ${agreement.precision}. ${cells}: ${rank}, greatest difference ${worst}${at}, ${trades}.`;
}

/** Two digits that count; a difference may be far below a hundredth. */
const significant = (value: number): string =>
  value === 0 ? '0' : value >= 0.01 ? formatNumber(value) : scientific(value);

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `3.2 × 10⁻⁷`. */
function scientific(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential(1).split('e-');
  const raised = [...exponent].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${digits} × 10⁻${raised}`;
}

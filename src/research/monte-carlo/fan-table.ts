import { FAN_SHARES, type Fan } from './outcome';

/** A fan as a table: a row a step, a column a quantile, growth factors. */
export const fanTable = ({
  steps,
  quantiles,
}: Fan): { readonly heads: readonly string[]; readonly rows: readonly (readonly (number | null)[])[] } => ({
  heads: ['step', ...FAN_SHARES.map((share) => `quantile${String(share).slice(2).padEnd(2, '0')}`)],
  rows: steps.map((step, k) => [step, ...quantiles.map((values) => values[k] ?? null)]),
});

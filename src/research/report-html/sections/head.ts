import { formatCount, formatMoney } from '../../../core/format';
import { isoDate } from '../../../core/time';
import { markup, type Markup } from '../markup';
import type { ReportInput } from '../report-input';

/** What was run on what, and the marks by which it can be checked. */
export function head(input: ReportInput): Markup {
  const { strategy, data, sheet, parameters, synthetic, resultHash, dataHash, engine } = input;
  const { from, to, bars, capital, currency, benchmark } = sheet.facts;
  return markup`<header><div><h1>${strategy} on ${data}</h1>
<p>${isoDate(from)} to ${isoDate(to)}, ${formatCount(bars, 'bar')}. ${formatMoney(capital, currency)} start.${parameters !== '' && ` Parameters: ${parameters}.`}${benchmark !== null && ` Compared with: ${benchmark}.`}</p></div>
<p class="marks">${synthetic && markup`<span class="badge caution">Synthetic data</span>`}<span class="badge exact">Exact, f64</span><span class="badge" title="Result ${resultHash}"><code>${resultHash.slice(0, 16)}</code></span><span class="badge" title="Data ${dataHash}">data <code>${dataHash.slice(0, 8)}</code></span><span class="badge">engine ${engine}</span></p></header>
`;
}

import { formatCount, formatInteger } from '../../core/format';
import { isoDate, isoInstant } from '../../core/time';
import type { Disagreement, TruncationReport } from './shape';

/** What a look-ahead check found, in one sentence or two. */
export function agreementWords(report: TruncationReport): string {
  const { isProved, cuts, runs, compared, disagreements } = report;
  if (cuts === 0) return 'Nothing to compare: there is one bar.';
  if (isProved)
    return `No look-ahead found. ${formatCount(runs, 'run')} on ${formatCount(cuts, 'prefix', 'prefixes')} gave the same values, orders and account as the whole run: ${formatInteger(compared)} values, bit for bit.`;
  const [first] = disagreements;
  const rest = disagreements.length - 1;
  const more = rest === 0 ? '' : ` ${formatCount(rest, 'more expression')} differ${rest === 1 ? 's' : ''}.`;
  return `It looks ahead.${first ? ` ${disagreementWords(first)}` : ''}${more}`;
}

/** `Line 9, close[-1], on 2020-01-03 (bar 812): 101.2 with all bars, n/a with those up to it.` */
export function disagreementWords({
  line,
  text,
  dataset,
  bar,
  time,
  whole,
  prefix,
  kept,
  after,
}: Disagreement): string {
  const place = line === null ? text : `Line ${line}, ${text}`;
  const at = time % 86_400_000 === 0 ? isoDate(time) : isoInstant(time);
  const where = dataset === '' ? `bar ${bar}` : `bar ${bar} of ${dataset}`;
  const tried = {
    cut: `with the first ${formatCount(kept, 'bar')} alone`,
    nan: `with no prices after bar ${kept - 1}`,
    huge: `with huge prices after bar ${kept - 1}`,
  }[after];
  return `${place}, on ${at} (${where}): ${short(whole)} with all bars, ${short(prefix)} ${tried}.`;
}

const short = (text: string): string => {
  const shown = text === 'NaN' ? 'n/a' : text.replace(/^-(?=\d)/, '\u2212');
  return shown.length > 120 ? `${shown.slice(0, 119)}…` : shown;
};

import { sha256Base64 } from '../core/hash';
import { markup, raw, type Markup } from './report-html/markup';
import type { ReportInput } from './report-html/report-input';
import { attributionCard } from './report-html/sections/attribution';
import { curves, exposureCard, rolling } from './report-html/sections/curves';
import { figureCard, sideCard } from './report-html/sections/figures';
import { head } from './report-html/sections/head';
import { crises, distribution, falls, months, years } from './report-html/sections/periods';
import { costs, excursions, orderEnds, tradeList, tradeReturns } from './report-html/sections/trades';
import { assumptions, evidence, foot } from './report-html/sections/trust';
import { verdictCard } from './report-html/sections/verdict-card';
import { REPORT_STYLE } from './report-html/style';

const TRADINGVIEW_NOTE =
  'As TradingView’s strategy report defines them: closed trades only, drawdown and run-up inside bars, Sharpe and Sortino from realised returns by month less 2 % a year, not annualised.';

/**
 * The report of a run as one HTML file: no script, no request, charts as SVG, light and dark, and on paper. Pure: the same
 * input gives the same text.
 *
 * @param input  what it is written from; every text in it is escaped
 * @returns      a whole document in UTF-8
 */
export function reportHtml(input: ReportInput): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(REPORT_STYLE)}'; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${input.strategy} on ${input.data}</title>
<style>${raw(REPORT_STYLE)}</style>
</head>
<body><main>
${head(input)}${verdictCard(input)}${overview(input)}${details(input)}${foot(input)}</main></body>
</html>
`;
  return page.text;
}

const overview = (input: ReportInput): Markup => markup`<div class="wide">
<div class="stack">${curves(input)}${months(input)}</div>
<div class="stack">${falls(input)}${evidence(input)}${assumptions(input)}</div></div>
<div class="half">${years(input)}${distribution(input)}${tradeReturns(input)}${exposureCard(input)}</div>
`;

function details(input: ReportInput): Markup {
  const { groups, trades, tradingView, facts } = input.sheet;
  return markup`<div class="half"><div class="stack">${rolling(input)}${orderEnds(input)}</div>
<div class="stack">${excursions(input)}${attributionCard(input)}${costs(input)}</div></div>
${crises(input)}<div class="columns">${groups.map((group) => figureCard(group, facts.currency))}</div>
<div class="half">${sideCard(trades, facts.currency)}${sideCard(tradingView, facts.currency, TRADINGVIEW_NOTE)}</div>
${tradeList(input)}`;
}

import { isoInstant } from '../core/time';
import { percentText } from './phrase-words';
import type { PhraseBook } from './phrases';
import type { NodeId, PlanSizing, PlanTerms, PlanTrail } from './plan';

/** A size in words, as `with 95 % of equity`. */
export function sizeWords(book: PhraseBook, sizing: PlanSizing): string {
  switch (sizing.kind) {
    case 'units':
      return book.scalar(sizing.units) === 1 ? 'one unit' : `${book.number(sizing.units)} units`;
    case 'cash':
      return `for ${book.number(sizing.amount)} of the account currency`;
    case 'percent_of_equity':
      return `with ${percentWords(book, sizing.percent)} of equity`;
    case 'risk_percent':
      return `as much as loses ${percentWords(book, sizing.percent)} of equity at the stop,`;
    case 'volatility_target':
      return `as much as moves by ${percentWords(book, sizing.percent)} a year,`;
    case 'inverse_volatility':
      return `with ${percentWords(book, sizing.percent)} of equity, shared out by inverse volatility,`;
    case 'kelly':
      return `with ${book.number(sizing.fraction)} times Kelly's share of equity`;
    case 'equal_weight':
      return 'with an equal share of equity';
  }
}

/** A trailing distance in words, as `5 % behind the best price`. */
export function trailWords(book: PhraseBook, trail: PlanTrail): string {
  const distance =
    trail.kind === 'percent'
      ? percentWords(book, trail.distance)
      : trail.kind === 'amount'
        ? book.number(trail.distance)
        : `${book.number(trail.distance)} average ranges (${book.number(trail.period)} bars)`;
  return `${distance} behind the best price`;
}

const LIVES = {
  gtc: '',
  day: 'for the session only',
  ioc: 'at once or, in part, not at all',
  fok: 'at once and whole or not at all',
  gtd: '',
} as const;

/** How an order executes, in words; empty for a plain market order. */
export function termWords(book: PhraseBook, terms: PlanTerms): readonly string[] {
  const { limit, trigger, touch, trail, auction, timeInForce, expires, postOnly, group, market } = terms;
  const wait = trigger ?? touch;
  return [
    ...(wait === undefined ? [] : [`once the price reaches ${levelWords(book, wait)}`]),
    ...(limit === undefined ? [] : [`with a limit ${book.level(limit)}`]),
    ...(trail ? [`by a trailing stop ${trailWords(book, trail)}`] : []),
    ...(auction ? [`in the ${auction === 'open' ? 'opening' : 'closing'} auction`] : []),
    ...(timeInForce && LIVES[timeInForce] !== '' ? [LIVES[timeInForce]] : []),
    ...(expires === undefined ? [] : [`until ${isoInstant(expires).slice(0, 16).replace('T', ' ')} UTC`]),
    ...(postOnly ? ['never taking liquidity'] : []),
    ...(group ? [`in the group ${group}`] : []),
    ...(market ? [`in ${market}`] : []),
  ];
}

/** A level as a thing: `the close plus 2`, or `20 % above the signal close`. */
function levelWords(book: PhraseBook, node: NodeId): string {
  const text = book.level(node);
  return text.startsWith('at ') ? text.slice(3) : text;
}

function percentWords(book: PhraseBook, node: NodeId): string {
  const percent = book.scalar(node);
  return percent === null ? `${book.number(node)} percent` : percentText(percent);
}

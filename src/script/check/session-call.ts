import type { Call } from '../ast';
import { readInstant } from '../../core/time';
import { UNKNOWN, type Value } from '../values';
import { named, positional } from './arguments';
import type { Context } from './context';
import { clockNode } from './sources';
import { readText } from './words';

/** `inSession('09:30-16:00')`: whether the bar opens between two times of day of its exchange, the first included. */
export function checkSession(context: Context, call: Call): Value {
  named(context, call.options, 'inSession', []);
  const [given] = positional(context, call, 'inSession', ['hours']);
  const text = given ? readText(context, given, 'hours of inSession', '09:30-16:00') : null;
  if (!given || text === null) return UNKNOWN;
  const bounds = readHours(text);
  if (!bounds) {
    context.reporter.report('session_invalid', given, { text: text.slice(0, 40) });
    return UNKNOWN;
  }
  const { builder } = context;
  const hours = builder.binary('mul', clockNode(context, 'hour'), builder.constant(60));
  const minutes = builder.binary('add', hours, clockNode(context, 'minute'));
  const [from, to] = bounds;
  const isAfter = builder.binary('ge', minutes, builder.constant(from));
  const isBefore = builder.binary('lt', minutes, builder.constant(to));
  return { kind: 'bool', node: builder.binary(from < to ? 'and' : 'or', isAfter, isBefore) };
}

/** Minutes of the day of `09:30-16:00`; a session over midnight has the later one first. */
function readHours(text: string): readonly [number, number] | null {
  const match = /^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$/.exec(text.trim());
  if (!match) return null;
  const [a, b, c, d] = match.slice(1).map(Number);
  const [from, to] = [a! * 60 + b!, c! * 60 + d!];
  return from <= 1440 && to <= 1440 && from !== to ? [from, to] : null;
}

/** `date('2020-01-31')`: an instant to compare `time` with. */
export function checkDate(context: Context, call: Call): Value {
  named(context, call.options, 'date', []);
  const [given] = positional(context, call, 'date', ['text']);
  const text = given ? readText(context, given, 'text of date', '2020-01-31') : null;
  if (!given || text === null) return UNKNOWN;
  const time = readInstant(text);
  if (time !== null) return { kind: 'number', node: context.builder.constant(time) };
  context.reporter.report('date_invalid', given, { text: text.slice(0, 40) });
  return UNKNOWN;
}

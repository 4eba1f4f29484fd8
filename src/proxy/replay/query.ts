import * as v from 'valibot';
import { BacktabError } from '../../core/errors';
import { REPLAY_SPEED, type FeedCommand } from '../../core/feed';

/** Where a replay starts and how fast it goes. */
export interface ReplayQuery {
  /** The first bar sent opens at this instant or after it, Unix milliseconds. */
  readonly from: number;
  /** Bars a second. */
  readonly speed: number;
}

const SPEED_TEXT = `a number from ${REPLAY_SPEED.min} to ${REPLAY_SPEED.max}`;

const speed = v.pipe(v.number(), v.finite(), v.minValue(REPLAY_SPEED.min), v.maxValue(REPLAY_SPEED.max));

const COMMAND = v.variant('type', [
  v.strictObject({ type: v.literal('speed'), barsPerSecond: speed }),
  v.strictObject({ type: v.literal('pause') }),
  v.strictObject({ type: v.literal('resume') }),
]);

/**
 * The query of a replay; without `from` it starts at the first bar, without `speed` at the default.
 *
 * @throws BacktabError `request_invalid`
 */
export function replayQuery(query: URLSearchParams): ReplayQuery {
  if ([...query.keys()].some((name) => name !== 'from' && name !== 'speed')) {
    refuse("only 'from' and 'speed' are known");
  }
  const from = query.get('from') ?? '';
  const time = from === '' ? -Infinity : Date.parse(from);
  if (from !== '' && !(/^\d{4}-\d{2}-\d{2}$/.test(from) && Number.isFinite(time))) {
    refuse("'from' must be a date as 2019-09-12");
  }
  const asked = query.get('speed');
  const parsed = v.safeParse(speed, asked === null ? REPLAY_SPEED.default : Number(asked || NaN));
  if (!parsed.success) refuse(`'speed' must be ${SPEED_TEXT}`);
  return { from: time, speed: parsed.output };
}

/**
 * A command of the page.
 *
 * @throws BacktabError `request_invalid`
 */
export function feedCommand(text: string): FeedCommand {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse('the command is not JSON');
  }
  const parsed = v.safeParse(COMMAND, value);
  if (!parsed.success) refuse(`the command must be pause, resume, or speed with ${SPEED_TEXT}`);
  return parsed.output;
}

function refuse(reason: string): never {
  throw new BacktabError('request_invalid', { reason });
}

import { REPLAY_SPEED } from '../../core/feed';

/** Positions of the speed slider: ten a decade, from the slowest to the fastest. */
export const SPEED_STEPS = Math.round(10 * Math.log10(REPLAY_SPEED.max / REPLAY_SPEED.min));

/** Bars a second at a position, rounded to two digits. */
export function speedOf(step: number): number {
  const speed = REPLAY_SPEED.min * 10 ** (step / 10);
  const clamped = Math.max(REPLAY_SPEED.min, Math.min(REPLAY_SPEED.max, speed));
  return Number(clamped.toPrecision(clamped < 10 ? 1 : 2));
}

/** The position nearest to a speed. */
export const stepOf = (speed: number): number => Math.round(10 * Math.log10(speed / REPLAY_SPEED.min));

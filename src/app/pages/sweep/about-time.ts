import { formatNumber } from '../../format';

/** `about 8 s`, `about 3 min`; seconds in steps that an estimate can be held to. */
export function aboutTime(seconds: number | null): string {
  if (seconds === null) return 'time unknown';
  if (seconds < 1.5) return 'about a second';
  const whole = (value: number): string => formatNumber(value, { decimals: 0 });
  if (seconds < 10) return `about ${whole(seconds)} s`;
  if (seconds < 90) return `about ${whole(Math.round(seconds / 5) * 5)} s`;
  return `about ${whole(Math.round(seconds / 60))} min`;
}

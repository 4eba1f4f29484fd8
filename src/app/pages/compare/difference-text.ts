import type { MetricInfo } from '../../../core/metrics';
import { formatInteger, formatMoney, formatNumber, formatPoints } from '../../format';

/** A difference of two figures, with its sign: `+1.7 points`, `−0.14`, `−120 bars`. */
export function differenceText(info: MetricInfo, difference: number, currency: string): string {
  switch (info.unit) {
    case 'fraction':
      // A fall is shown below zero, so a deeper one differs downwards.
      return `${formatPoints(info.key === 'maxDrawdown' ? -difference : difference)} points`;
    case 'ratio':
      return formatNumber(difference, { signed: true });
    case 'bars':
      return `${formatInteger(difference, { signed: true })} bars`;
    case 'money':
      return formatMoney(difference, currency, { signed: true });
    case 'count':
      return formatInteger(difference, { signed: true });
  }
}

import type { Column } from '../core/column';
import { batch } from '../indicators/batch';
import type { Indicator } from '../indicators/indicator';

/** Computes an indicator over whole columns; the one place that decides with what. */
export const indicatorColumns = async (
  indicator: Indicator,
  inputs: readonly Column[],
  params: readonly number[],
): Promise<readonly Column[]> => batch(indicator, inputs, params);

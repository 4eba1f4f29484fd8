import type { Indicator } from '../indicator';

/** Bars of another kind, levels and turning points, in the order in which lists show them. */
export const STRUCTURE: readonly Indicator[] = [];

import { markup, type Markup } from '../markup';
import { short, type PlotBox } from './line-path';

/** A line of reference with its value at the right. */
export const valueTick = (y: number, words: string, { left, right }: PlotBox, strong: boolean): Markup =>
  markup`<line class="grid${strong ? ' strong' : ''}" x1="${left}" x2="${short(right)}" y1="${short(y)}" y2="${short(y)}" /><text x="${short(right + 6)}" y="${short(y + 3.5)}">${words}</text>`;

import type { Bars } from '../../../core/bars';
import type { Annotation } from '../../../script/annotations';
import type { Tone } from '../../../script/plan';
import type { VisibleRange } from '../chart-props';
import { barX, span } from '../geometry/range';
import type { ValueScale } from '../geometry/value-scale';
import type { Palette } from '../palette';
import type { Surface } from '../plot';

/** Opacity of a background. */
const BACKGROUND = 0.06;
/** Distance of a word from its bar, and of two lines of words, CSS pixels. */
const WORD = { gap: 26, line: 13 } as const;
/** Words that would stand closer than this on average are drawn as dots, CSS pixels. */
const CROWDED = 28;

/** Colours the bars on which the script's backgrounds hold. */
export function drawBackgrounds(
  { context, width, height }: Surface,
  annotations: readonly Annotation[],
  range: VisibleRange,
  palette: Palette,
): void {
  context.globalAlpha = BACKGROUND;
  for (const told of annotations) {
    if (told.kind !== 'background' || told.to < range.from || told.from > range.to) continue;
    const from = barX(range, width, told.from - 0.5);
    const to = barX(range, width, told.to + 0.5);
    context.fillStyle = toneColour(told.tone, palette);
    context.fillRect(from, 0, Math.max(to - from, 0.5), height);
  }
  context.globalAlpha = 1;
}

const toneColour = (tone: Tone, palette: Palette): string =>
  ({
    neutral: palette.t3,
    accent: palette.ac,
    up: palette.up,
    down: palette.dn,
    caution: palette.warn,
  })[tone];

/** Writes the script's marks above and below their bars; dots where they have no room. */
export function drawWords(
  { context, width }: Surface,
  annotations: readonly Annotation[],
  bars: Bars,
  range: VisibleRange,
  scale: ValueScale,
  palette: Palette,
): void {
  const shown = annotations.flatMap((told) =>
    told.kind === 'mark' && told.row >= range.from - 1 && told.row <= range.to + 1 ? [told] : [],
  );
  const isCrowded = shown.length * CROWDED > width || width / span(range) < 1;
  const placed = new Map<string, number>();
  context.font = `500 11.5px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.t2;
  for (const { row, text, position } of shown) {
    const side = position === 'above' ? -1 : 1;
    const key = `${position} ${row}`;
    const place = placed.get(key) ?? 0;
    placed.set(key, place + 1);
    const price = position === 'above' ? bars.high[row]! : bars.low[row]!;
    const x = barX(range, width, row);
    const y = scale.toY(price) + side * (WORD.gap + place * WORD.line);
    if (isCrowded) drawDot(context, x, y);
    else context.fillText(text, x, y);
  }
}

function drawDot(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 1.75, 0, 2 * Math.PI);
  context.fill();
}

import type { IndicatorInfo } from '../../workers/study.client';
import { styleOf } from './chart-studies';
import { COLOURS, DASHES, isSignal, type OutputLook, type Study } from './study';

/** Lines of a pane that are told apart by colour alone; further ones get dash patterns too. */
const SOLID_LINES = 2;

/** Lines of a pane beyond which a second pane is suggested. */
export const MOST_LINES = 4;

/** What a pane holds already. */
export interface PaneFilling {
  /** Series colours in use, from 0 to 5, as often as they are. */
  readonly colours: readonly number[];
  /** Lines drawn in it. */
  readonly lines: number;
}

/** Looks for the outputs of a new study: colours that are not in the pane yet, dashes beyond two lines. */
export function newLooks(info: IndicatorInfo, pane: PaneFilling): Record<string, OutputLook> {
  const colours = [...pane.colours];
  let lines = pane.lines;
  const looks: Record<string, OutputLook> = {};
  for (const output of info.outputs) {
    const isBand = output.style === 'upper' || output.style === 'lower';
    const band = info.outputs.find(
      ({ name, style }) => name in looks && (style === 'upper' || style === 'lower'),
    );
    const shared = isBand && band ? looks[band.name]?.colour : undefined;
    const colour = shared ?? leastUsed(colours);
    const isLine = output.style !== 'histogram' && !isSignal(output);
    const beyond =
      isLine && !isBand && lines >= SOLID_LINES ? 1 + ((lines - SOLID_LINES) % (DASHES.length - 1)) : 0;
    looks[output.name] = { colour, dash: output.style === 'dashed' ? 1 : beyond };
    if (shared === undefined) colours.push(colour);
    if (isLine) lines++;
  }
  return looks;
}

/** The first of the colours that fewest lines have. */
function leastUsed(used: readonly number[]): number {
  const counts = COLOURS.map((_, k) => used.filter((colour) => colour === k).length);
  return counts.indexOf(Math.min(...counts));
}

/** Colours and lines that studies have in a pane, beside what stands there already. */
export function fillingOf(
  studies: readonly Study[],
  pane: string,
  infoOf: (name: string) => IndicatorInfo | undefined,
  others: PaneFilling,
): PaneFilling {
  const colours = [...others.colours];
  let { lines } = others;
  for (const study of studies) {
    if (study.pane !== pane || !study.visible) continue;
    for (const output of infoOf(study.indicator)?.outputs ?? []) {
      colours.push(study.looks[output.name]?.colour ?? 0);
      if (styleOf(output, pane) === 'line') lines++;
    }
  }
  return { colours, lines };
}

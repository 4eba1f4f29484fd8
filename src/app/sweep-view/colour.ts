/** A colour in OKLab: lightness 0 to 1, green to red, blue to yellow. */
interface Oklab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** Luminance above which black ink has more contrast than white: both give 4.5 or more there. */
const INK_TURNS = 0.179;

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const fromLinear = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

/** Channels in [0, 1] of `#rrggbb`; black for anything else. */
export function parseHex(colour: string): Rgb {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour.trim());
  const channel = (k: number): number => parseInt(match?.[k] ?? '00', 16) / 255;
  return [channel(1), channel(2), channel(3)];
}

/** @see https://bottosson.github.io/posts/oklab/ */
export function toOklab(colour: string): Oklab {
  const [r, g, b] = parseHex(colour).map(toLinear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

function toHex({ l, a, b }: Oklab): string {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  const channel = (value: number): string =>
    Math.round(Math.min(Math.max(fromLinear(Math.max(value, 0)), 0), 1) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${linear.map(channel).join('')}`;
}

/**
 * Colour at a place of a ladder, interpolated in OKLab.
 *
 * @param ladder  colours `#rrggbb`, low to high, two or more
 * @param share   place in [0, 1]; outside is taken to the nearer end
 */
export function ladderColour(ladder: readonly string[], share: number): string {
  const at = Math.min(Math.max(share, 0), 1) * (ladder.length - 1);
  const k = Math.min(Math.floor(at), ladder.length - 2);
  const from = toOklab(ladder[k] ?? '');
  const to = toOklab(ladder[k + 1] ?? ladder[k] ?? '');
  const mix = (x: number, y: number): number => x + (y - x) * (at - k);
  return toHex({ l: mix(from.l, to.l), a: mix(from.a, to.a), b: mix(from.b, to.b) });
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2). */
export function luminance(colour: string): number {
  const [r, g, b] = parseHex(colour).map(toLinear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever can be read on the colour. */
export const inkOn = (colour: string): '#000000' | '#ffffff' =>
  luminance(colour) > INK_TURNS ? '#000000' : '#ffffff';

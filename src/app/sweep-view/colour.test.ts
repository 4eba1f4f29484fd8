import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOn, ladderColour, luminance, parseHex, toOklab } from './colour';

const DARK = [
  '#17222a',
  '#1d344a',
  '#224968',
  '#226383',
  '#278194',
  '#35a1a1',
  '#59c1a4',
  '#9fdc9c',
  '#edf085',
];
const LIGHT = [
  '#f4f0e3',
  '#cee7cc',
  '#a2d8bd',
  '#6bc2b8',
  '#44a3b1',
  '#2782a6',
  '#295e91',
  '#263d72',
  '#201f4e',
];

describe('OKLab', () => {
  it('agrees with the published values of the primaries', () => {
    // Ottosson, "A perceptual color space for image processing"
    const red = toOklab('#ff0000');
    expect([red.l, red.a, red.b].map((x) => Number(x.toFixed(3)))).toEqual([0.628, 0.225, 0.126]);
    const white = toOklab('#ffffff');
    expect(white.l).toBeCloseTo(1, 6);
    expect(white.a).toBeCloseTo(0, 6);
  });
});

describe('ladderColour', () => {
  it.each([DARK, LIGHT])('meets every colour of the ladder', (...ladder) => {
    ladder.forEach((colour, k) => expect(ladderColour(ladder, k / (ladder.length - 1))).toBe(colour));
  });

  it.each([
    [DARK, 1],
    [LIGHT, -1],
  ] as const)('changes lightness one way only, so that it survives greyscale', (ladder, sign) => {
    let before = toOklab(ladderColour(ladder, 0)).l;
    for (let k = 1; k <= 100; k++) {
      const now = toOklab(ladderColour(ladder, k / 100)).l;
      expect((now - before) * sign).toBeGreaterThan(-0.004);
      before = now;
    }
  });

  it('stays at the ends outside', () => {
    expect(ladderColour(DARK, -3)).toBe(DARK[0]);
    expect(ladderColour(DARK, 3)).toBe(DARK[8]);
  });
});

it('gives ink with a contrast of 4.5 or more on any colour', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (...channels) => {
      const colour = `#${channels.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
      const ground = luminance(colour) + 0.05;
      const ink = luminance(inkOn(colour)) + 0.05;
      expect(Math.max(ground, ink) / Math.min(ground, ink)).toBeGreaterThanOrEqual(4.5);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

it('reads hex colours', () => {
  expect(parseHex('#ff8000')).toEqual([1, 128 / 255, 0]);
  expect(parseHex('nonsense')).toEqual([0, 0, 0]);
});

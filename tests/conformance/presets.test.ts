import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import { SETTING_NAMES, type SettingName } from '../../src/core/settings';
import { PRESETS } from '../../src/engine/presets';
import { simulate, type Simulation } from '../../src/engine/simulate';
import { PATIENT } from '../support/patient';
import { CASES, type PresetCase } from '../support/preset-cases';
import { differences, WITHIN } from '../support/preset-differences';
import { goldenBars, goldenCases, type GoldenCase } from '../support/preset-golden';
import { strategyOf } from '../support/preset-strategies';

describe.each(PRESETS)('$name', ({ name, settings }) => {
  const cases = CASES[name]!;
  const golden = goldenCases(name);

  it('runs every golden case', () => {
    expect(Object.keys(cases).toSorted()).toEqual(golden.map((each) => each.name).toSorted());
  });

  it.each(golden)('reproduces $name', (wanted) => {
    const asked = cases[wanted.name]!;
    expect(differences(run(wanted, asked, settings), wanted, asked.trades !== 'by position')).toEqual([]);
  });

  it('has no idle setting', PATIENT, () => {
    const idle = Object.keys(settings).filter((setting) => {
      const without = { ...settings, [setting]: DEFAULT_SETTINGS[setting as SettingName] };
      return golden.every((wanted) => {
        const { series } = run(wanted, cases[wanted.name]!, without);
        const sum = series.equity.reduce((total, value) => total + value, 0);
        return Math.abs(sum / wanted.equity.sum - 1) <= WITHIN;
      });
    });
    expect(idle).toEqual([]);
  });
});

it('what each preset sets is documented', () => {
  const used = SETTING_NAMES.filter((name) => PRESETS.some(({ settings }) => name in settings));
  const rows = used.map((name) => [
    `\`${name}\``,
    ...PRESETS.map(({ settings }) => (name in settings ? String(settings[name]) : '-')),
  ]);
  const head = ['Setting', ...PRESETS.map(({ name }) => name)];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const text = readFileSync(new URL('../../docs/presets.md', import.meta.url), 'utf8');
  expect(text).toContain(lines.join('\n'));
});

function run(
  wanted: GoldenCase,
  { act, settings, firstBar }: PresetCase,
  preset: Partial<RunSettings>,
): Simulation {
  const bars = goldenBars(wanted.data);
  return simulate({
    bars,
    strategy: strategyOf(act, bars, wanted.data, firstBar),
    settings: { ...DEFAULT_SETTINGS, ...preset, ...settings },
  });
}

import { expect, it } from 'vitest';
import {
  SETTING_GROUPS,
  SETTING_NAMES,
  settingRange,
  SETTINGS,
  type SettingName,
} from '../src/core/settings';
import { SETTING_ALIASES } from '../src/script/setting-options';

it('puts every setting into one group', () => {
  expect(SETTING_GROUPS.flatMap(({ names }) => names)).toEqual(SETTING_NAMES);
  expect(SETTING_GROUPS.every(({ names }) => names.length > 0)).toBe(true);
});

const aliasOf = (name: SettingName): string => {
  const alias = Object.entries(SETTING_ALIASES).find(([short, long]) => long === name && short !== name);
  return alias ? `, in scripts also \`${alias[0]}\`` : '';
};

const initialOf = (name: SettingName): string => {
  const { initial } = SETTINGS[name];
  if (initial === '') return 'none';
  return Number.isNaN(initial) ? 'not given' : String(initial);
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

const SHORTER_BARS = `## Bars of a shorter interval

\`backtab backtest SCRIPT --data daily.csv --detail minutes.csv\` sets \`intrabar\` to \`detail\`: orders walk the bars of the second
file, each along the path open, nearer extreme, other extreme, close, so that it is known what came first. The strategy does
not see them. With several instruments it is \`--detail ALIAS=FILE\` for each that has some.

- A row belongs to the bar in which it opens. One that ends after that bar, or leaves its range, ends the run with an error:
  the data contradict each other, as prices with and without adjustment for splits do, or times of two zones.
- A bar whose rows do not reach both its high and its low lacks some. Such bars, and bars without any row, are matched by
  their range, the stop first. The run says how many there are, and how many rows lie in no bar.
- The data hash covers the file. A trade counts as ambiguous only where a shorter bar, or a bar without them, held both of
  its levels.
`;

/** `npx vitest run --project unit tests/docs-settings.test.ts -u` writes the page anew. */
it('documents every setting', async () => {
  const sections = SETTING_GROUPS.map(({ title, names }) => {
    const rows = names.map((name) => {
      const setting = SETTINGS[name];
      const cells = [
        `\`${name}\`${aliasOf(name)}`,
        setting.summary,
        initialOf(name),
        settingRange(setting),
        setting.unit,
      ];
      return `| ${cells.map(cell).join(' | ')} |`;
    });
    return `## ${title}\n\n| Setting | What it does | At first | Range | Unit |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const text = `# Settings

What a run assumes. A script sets them in its first line, \`strategy('Name', { leverage: 3, intrabar: 'path' })\`; the command
line with \`--set leverage=3\`, which replaces the script's; the page in the panel "What this run assumes". \`backtab settings\`
prints this list. Those that differ from their defaults are part of the result hash. Generated from
\`src/core/settings.ts\` by \`tests/docs-settings.test.ts\`.

${sections.join('\n')}
${SHORTER_BARS}`;
  await expect(text).toMatchFileSnapshot('../docs/settings.md');
});

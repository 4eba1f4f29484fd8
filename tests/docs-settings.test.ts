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

${sections.join('\n')}`;
  await expect(text).toMatchFileSnapshot('../docs/settings.md');
});

import * as v from 'valibot';
import { holdsSetting, isSettingName, type SettingsChange } from '../core/check-setting';
import { BacktabError } from '../core/errors';

const settingsSchema = v.optional(
  v.pipe(
    v.record(v.string(), v.union([v.number(), v.string()])),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const [name, value] of Object.entries(dataset.value)) {
        if (!isSettingName(name)) addIssue({ message: `there is no setting ${name.slice(0, 40)}` });
        else if (!holdsSetting(name, value))
          addIssue({ message: `${name} cannot be ${String(value).slice(0, 40)}` });
      }
    }),
  ),
  {},
);

/**
 * The settings of a message from the page; none when they are absent.
 *
 * @throws BacktabError `request_invalid` for an unknown setting or a value that it cannot have
 */
export function checkedSettings(value: unknown): SettingsChange {
  const parsed = v.safeParse(settingsSchema, value);
  if (parsed.success) return parsed.output as SettingsChange;
  throw new BacktabError('request_invalid', { reason: `settings: ${parsed.issues[0].message}` });
}

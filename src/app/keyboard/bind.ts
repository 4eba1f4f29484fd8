import { createKeybindingsHandler, type KeybindingsMap } from 'tinykeys';
import type { Command } from './command';
import { isTyping, takesSingleKeys } from './focus';
import { singleKeys } from './single-keys.svelte';

/**
 * Listens for the keys of all commands. What a field or a widget has answered already is left alone.
 *
 * @param commands  read at each key, so that titles and reasons are those of the moment
 * @returns         ends the listening
 */
export function bindKeys(commands: () => readonly Command[]): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const { id, keys = [], scope } of commands()) {
    if (scope === 'in the script') continue;
    for (const text of keys) {
      bindings[patternOf(text)] = (event) => {
        const command = commands().find((candidate) => candidate.id === id);
        if (command && mayRun(command, event)) {
          event.preventDefault();
          command.run();
        }
      };
    }
  }
  const handler = createKeybindingsHandler(bindings satisfies KeybindingsMap, { ignore: () => false });
  addEventListener('keydown', handler);
  return () => removeEventListener('keydown', handler);
}

/** Whether a command's key acts for this event. */
export function mayRun(command: Command, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || command.reason) return false;
  if (document.querySelector('[role=dialog][data-state=open]')) return command.id === 'palette';
  switch (command.scope) {
    case 'chart and lists':
      return singleKeys.on && takesSingleKeys(event.target);
    case 'outside text':
      return !isTyping(event.target);
    default:
      return true;
  }
}

/** The pattern of tinykeys for keys as they are shown. */
export function patternOf(keys: string): string {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) => (part === 'Ctrl' ? '$mod' : part));
  return [...modifiers, codeOf(key, parts.includes('Alt'))].join('+');
}

/** With Alt a letter's character depends on the system, so the place of the key counts. */
function codeOf(key: string, withAlt: boolean): string {
  if (key === '?') return '[Shift]+?';
  if (!withAlt || key.length !== 1) return key.length === 1 ? key.toLowerCase() : key;
  return /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
}

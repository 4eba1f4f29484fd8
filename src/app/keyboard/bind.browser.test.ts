import Search from '@lucide/svelte/icons/search';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { bindKeys, patternOf } from './bind';
import type { Command } from './command';
import { singleKeys } from './single-keys.svelte';

const run = vi.fn<(id: string) => void>();
const command = (
  id: string,
  keys: string,
  scope: NonNullable<Command['scope']>,
  reason: string | null = null,
): Command => ({
  id,
  title: id,
  icon: Search,
  section: 'Commands',
  keys: [keys],
  scope,
  reason,
  run: () => run(id),
});
const commands = [
  command('share', 'Ctrl+Shift+L', 'everywhere'),
  command('undo', 'Ctrl+Z', 'outside text'),
  command('next', 'N', 'chart and lists'),
  command('help', '?', 'chart and lists'),
  command('log', 'Alt+L', 'everywhere'),
  command('tab', 'Alt+2', 'everywhere'),
  command('region', 'F6', 'everywhere'),
  command('rename', 'F2', 'in the script'),
  command('off', 'Ctrl+Enter', 'everywhere', 'The script has problems'),
];

let stop = (): void => undefined;

function page(): { readonly list: HTMLElement; readonly field: HTMLInputElement } {
  document.body.innerHTML =
    '<div data-keys><button id="list">row</button><input id="field" /></div><button id="out">out</button>';
  stop = bindKeys(() => commands);
  return {
    list: document.querySelector<HTMLElement>('#list') ?? document.body,
    field: document.querySelector<HTMLInputElement>('#field') ?? document.createElement('input'),
  };
}

afterEach(() => {
  stop();
  run.mockClear();
  singleKeys.on = true;
  document.body.replaceChildren();
});

const told = (): readonly string[] => run.mock.calls.map(([id]) => id);

it('runs commands by their keys wherever they act', async () => {
  const { list } = page();
  list.focus();
  await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}{Alt>}l{/Alt}{Alt>}2{/Alt}{F6}n?');
  expect(told()).toEqual(['share', 'log', 'tab', 'region', 'next', 'help']);
});

it("leaves the editor's keys to the editor", async () => {
  page().list.focus();
  await userEvent.keyboard('{F2}');
  expect(told()).toEqual([]);
});

it('leaves single keys and undo to text fields', async () => {
  const { field } = page();
  field.focus();
  await userEvent.keyboard('n?{Control>}z{/Control}');
  expect(told()).toEqual([]);
});

it('takes single keys only where a chart or list has the focus, and not when they are switched off', async () => {
  const { list } = page();
  document.querySelector<HTMLElement>('#out')?.focus();
  await userEvent.keyboard('n');
  singleKeys.on = false;
  list.focus();
  await userEvent.keyboard('n');
  expect(told()).toEqual([]);
});

it('does nothing for a command that is not available, nor for an event that was answered', async () => {
  const { list } = page();
  list.focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  list.addEventListener('keydown', (event) => event.preventDefault());
  await userEvent.keyboard('n');
  expect(told()).toEqual([]);
});

it('turns shown keys into patterns', () => {
  expect(['Ctrl+K', 'Ctrl+Shift+Z', 'Alt+1', 'Alt+Enter', '?', 'Shift+F6'].map(patternOf)).toEqual([
    '$mod+k',
    '$mod+Shift+z',
    'Alt+Digit1',
    'Alt+Enter',
    '[Shift]+?',
    'Shift+F6',
  ]);
});

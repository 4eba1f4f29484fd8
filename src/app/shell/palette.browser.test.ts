import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../styles/index.css';
import { workspace } from '../state/workspace.svelte';
import Palette from './Palette.svelte';
import { PATIENT } from '../../../tests/support/patient';

let palette: Record<string, unknown>;

beforeEach(() => {
  document.documentElement.dataset['theme'] = 'dark';
  localStorage.clear();
  workspace.togglePalette(true);
  palette = mount(Palette, { target: document.body });
});

afterEach(async () => {
  workspace.togglePalette(false);
  await unmount(palette);
  document.body.replaceChildren();
});

const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=option]')];
const titles = (): string[] => options().map((option) => option.textContent.replace(/\s+/g, ' ').trim());
const selected = (): string => options().find((option) => option.ariaSelected === 'true')?.textContent ?? '';
const field = (): HTMLInputElement => {
  const input = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (!input) throw new Error('the palette has no field');
  return input;
};

async function search(text: string): Promise<void> {
  await vi.waitFor(() => expect(document.activeElement).toBe(field()), PATIENT);
  await userEvent.keyboard(text);
}

it('has the focus in its field and finds commands, best first', async () => {
  await search('theme');
  expect(titles()[0]).toMatch(/^Switch to (dark|light) theme/);
  expect(field().getAttribute('aria-activedescendant')).toBe('palette-0');
});

it('keeps commands that are not available, with their reason, and does not run them', async () => {
  await search('export trades');
  expect(titles()).toEqual(['Export trades as CSV · There is no result yet']);
  expect(options()[0]?.ariaDisabled).toBe('true');
  await userEvent.keyboard('{Enter}');
  expect(workspace.paletteOpen).toBe(true);
});

it('runs the chosen command, closes, and remembers it', async () => {
  await search('show report{Enter}');
  expect(workspace.page).toBe('report');
  expect(workspace.paletteOpen).toBe(false);
  workspace.show('workspace');
  workspace.togglePalette(true);
  await search('sho');
  expect(document.querySelector('[role=group]')?.ariaLabel).toBe('Recent');
  expect(titles()[0]).toMatch(/^Show report/);
});

it('moves with the arrows, around the ends', async () => {
  await search('>');
  const first = selected();
  await userEvent.keyboard('{ArrowUp}');
  expect(selected()).not.toBe(first);
  await userEvent.keyboard('{ArrowDown}');
  expect(selected()).toBe(first);
});

it('says so when nothing is found, and closes with Esc', async () => {
  await search('qqqq');
  expect(document.querySelector('[role=listbox]')?.textContent).toContain('Nothing is called that.');
  await userEvent.keyboard('{Escape}');
  expect(workspace.paletteOpen).toBe(false);
});

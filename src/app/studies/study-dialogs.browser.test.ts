import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../styles/index.css';
import { workspace } from '../state/workspace.svelte';
import StudyDialogs from './StudyDialogs.svelte';
import { PATIENT } from '../../../tests/support/patient';

let dialogs: Record<string, unknown>;
let opener: HTMLButtonElement;
const { studies } = workspace;

beforeEach(async () => {
  document.documentElement.dataset['theme'] = 'dark';
  localStorage.clear();
  await studies.loadCatalogue();
  opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  dialogs = mount(StudyDialogs, { target: document.body });
  studies.pick();
  flushSync();
});

afterEach(async () => {
  studies.closeDialog();
  studies.removeAll();
  flushSync();
  await unmount(dialogs);
  document.body.replaceChildren();
});

const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=option]')];
const selected = (): string => options().find((option) => option.ariaSelected === 'true')?.textContent ?? '';
const search = (): HTMLElement | null => document.querySelector('[role=combobox]');
const field = (label: string): HTMLInputElement & HTMLSelectElement => {
  const found = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent.trim() === label,
  );
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement & HTMLSelectElement;
};
const button = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll('button')].find((b) => (b.ariaLabel ?? b.textContent).trim() === name);
const choose = (select: HTMLSelectElement, value: string): void => {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
};
/** The newest study as it is now. */
const newest = () => studies.list.at(-1);

async function add(name: string): Promise<void> {
  await vi.waitFor(() => expect(document.activeElement).toBe(search()), PATIENT);
  await userEvent.keyboard(`${name}{Enter}`);
  await vi.waitFor(() => expect(studies.dialog?.kind).toBe('settings'), PATIENT);
}

describe('the picker', () => {
  it('finds, moves with the arrows, adds with Enter and goes on to the settings', async () => {
    await vi.waitFor(() => expect(document.activeElement).toBe(search()), PATIENT);
    await userEvent.keyboard('bollinger');
    expect(selected()).toContain('Bollinger Bands');
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(newest()?.indicator).toBe('bbands');
    await vi.waitFor(() => expect(document.activeElement).toBe(field('Time period')), PATIENT);
    expect(document.querySelector('[role=heading]')?.textContent).toBe('BBANDS 5, 2, 2, SMA');
  });

  it('stays with Shift, says what it added, and then knows it as used last', async () => {
    await vi.waitFor(() => expect(document.activeElement).toBe(search()), PATIENT);
    await userEvent.keyboard('macd{Shift>}{Enter}{/Shift}');
    expect(studies.dialog?.kind).toBe('pick');
    expect(document.querySelector('footer [aria-live]')?.textContent).toBe('MACD 12, 26, 9 added');
    await userEvent.clear(search() as HTMLElement);
    const sections = [...document.querySelectorAll('[role=group]')].map((section) => section.ariaLabel);
    expect(sections.slice(0, 3)).toEqual(['On the chart', 'Used last', 'Overlap']);
    await userEvent.keyboard('{Enter}');
    expect(studies.dialog).toEqual({ kind: 'settings', id: newest()?.id });
  });

  it('keeps to a group, and says so when nothing answers', async () => {
    choose(document.querySelector('select') as HTMLSelectElement, 'pattern');
    expect(options().every((option) => option.textContent.includes('cdl'))).toBe(true);
    await userEvent.fill(search() as HTMLElement, 'nosuchword');
    expect(document.querySelector('[role=listbox]')?.textContent).toContain(
      'No indicator answers to that in Pattern. Shorten the search, or choose all groups.',
    );
  });

  it('closes with Escape and gives the focus back', async () => {
    await vi.waitFor(() => expect(document.activeElement).toBe(search()), PATIENT);
    await userEvent.keyboard('{Escape}');
    expect(studies.dialog).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(opener), PATIENT);
  });
});

describe('the settings of a study', () => {
  it('check a number while it is typed; the last valid value stays in force', async () => {
    await add('rsi');
    const period = field('Time period');
    await userEvent.fill(period, '1');
    expect(period.getAttribute('aria-invalid')).toBe('true');
    const about = document.getElementById(period.getAttribute('aria-describedby') ?? '');
    expect(about?.textContent?.trim()).toBe('2 to 100,000 only. 14 stays in force.');
    expect(newest()?.params).toEqual({});
    await userEvent.fill(period, '21');
    expect(newest()?.params).toEqual({ timePeriod: 21 });
    await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowUp}{/Shift}');
    expect(newest()?.params).toEqual({ timePeriod: 32 });
  });

  it('take back a refused text with Escape before they close', async () => {
    await add('rsi');
    await userEvent.fill(field('Time period'), '0');
    await userEvent.keyboard('{Escape}');
    expect(studies.dialog?.kind).toBe('settings');
    expect(field('Time period').value).toBe('14');
    await userEvent.keyboard('{Escape}');
    expect(studies.dialog).toBeNull();
  });

  it('choose a moving average, a series, a pane and a look', async () => {
    await add('bbands');
    choose(field('Moving average type'), '1');
    choose(field('Of'), 'typical');
    choose(field('Drawn'), newest()?.id ?? '');
    expect(newest()).toMatchObject({
      params: { maType: 1 },
      sources: { real: 'typical' },
      pane: newest()?.id,
    });
    const upper = [...document.querySelectorAll('fieldset')][0] as HTMLElement;
    (upper.querySelector('input[aria-label=Blue]') as HTMLElement).click();
    choose(upper.querySelector('select') as HTMLSelectElement, '3');
    expect(newest()?.looks['upper']).toEqual({ colour: 4, dash: 3 });
  });

  it('follow another convention where that makes a difference', async () => {
    await add('rsi');
    choose(field('Convention'), 'tradingview');
    expect(newest()?.convention).toBe('tradingview');
    expect(document.querySelector('[role=heading]')?.textContent).toBe('RSI 14, TradingView');
  });

  it('take an unstable period where there is a recursion to settle', async () => {
    await add('rsi');
    await userEvent.fill(field('Unstable period'), '50');
    expect(newest()?.unstablePeriod).toBe(50);
    expect(document.querySelector('[role=heading]')?.textContent).toBe('RSI 14, unstable 50');
    studies.pick();
    flushSync();
    await add('sma');
    expect(field('Unstable period')).toBeNull();
  });

  it('say what the words of a pattern mean, and change and set back a meaning', async () => {
    await add('cdlhammer');
    const word = [...document.querySelectorAll('details')][0] as HTMLDetailsElement;
    const meaning = () => word.querySelector('.meaning')?.textContent;
    expect(meaning()).toBe('1 × body, mean of 10 bars');
    (word.querySelector('summary') as HTMLElement).click();
    choose(word.querySelector('select') as HTMLSelectElement, 'highLow');
    await userEvent.fill(word.querySelectorAll('input')[0] as HTMLElement, '0');
    expect(meaning()).toBe('1 × high to low of the bar itself');
    expect(newest()?.candles).toEqual({ bodyShort: { range: 'highLow', period: 0, factor: 1 } });
    button('Set back')?.click();
    flushSync();
    expect(newest()?.candles).toEqual({});
    expect(meaning()).toBe('1 × body, mean of 10 bars');
  });

  it('read another study, and leave the prices for it', async () => {
    await add('rsi');
    studies.pick();
    flushSync();
    await add('sma');
    const [rsi] = studies.list;
    choose(field('Of'), `${rsi?.id} value`);
    expect(document.querySelector('[role=heading]')?.textContent).toBe('SMA 30 of RSI 14');
    const prices = field('Drawn').options[0];
    expect(prices?.textContent).toBe('Over the prices: its values have another scale');
    expect(prices?.disabled).toBe(true);
    choose(field('Drawn'), rsi?.pane ?? '');
    expect(newest()?.pane).toBe(rsi?.pane);
  });

  it('suggest a pane of its own beyond four lines', async () => {
    for (const name of ['sma', 'ema', 'wma', 'dema']) studies.add(name);
    await add('tema');
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('5 lines share this pane.');
    button('Use a pane of its own')?.click();
    flushSync();
    expect(newest()?.pane).toBe(newest()?.id);
    expect(document.querySelector('[role=dialog]')?.textContent).not.toContain('share this pane');
  });

  it('hide and remove, and close with what they show', async () => {
    await add('atr');
    button('Hide')?.click();
    flushSync();
    expect(newest()?.visible).toBe(false);
    expect(button('Show')).toBeDefined();
    button('Remove')?.click();
    flushSync();
    expect(studies.list).toEqual([]);
    expect(studies.dialog).toBeNull();
  });
});

import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Bars } from '../../core/bars';
import type { BacktestAnswer } from '../../workers/protocol';
import { PATIENT } from '../../../tests/support/patient';
import { EditorFixture } from './editor.fixture';

const SOURCE = `strategy('Cross', { fee: percent(0.1) })
const fast = param('fast', 20, { min: 5, max: 60 })
// The quick line.
const quick = sma(close, fast)
if (close > quick) {
  buy({ size: units(1) })
}
plot(quick)`;

const column = Float64Array.of(10, 12.5);
const BARS: Bars = {
  time: Float64Array.of(0, 86_400_000),
  open: column,
  high: column,
  low: column,
  close: column,
  volume: column,
  extra: {},
};

/** A run in which `quick` was 12.5 at the last bar. */
const answerOf = (source: string): BacktestAnswer =>
  ({
    request: { source },
    outcome: {
      plots: [],
      lenses: [
        { name: 'quick', kind: 'number', pane: 'price', line: 4, from: 0, to: 1, params: [], values: column },
      ],
    },
  }) as unknown as BacktestAnswer;

let editor: EditorFixture;

beforeEach(async () => {
  editor = await new EditorFixture(SOURCE).ready();
});

afterEach(() => editor.remove());

const shown = (selector: string): string => editor.find(selector)?.textContent ?? '';
const appears = (selector: string): Promise<void> =>
  vi.waitFor(() => expect(editor.find(selector)).not.toBeNull(), PATIENT);

describe('names', () => {
  it('are marked everywhere when the caret is on one', async () => {
    await editor.caretBefore(7, 2);
    const marked = [...editor.shadow.querySelectorAll('.bt-use')].map((mark) => mark.textContent);
    expect(marked).toEqual(['quick', 'quick', 'quick']);
  });

  it('are renamed with F2, the parameter of the same name with its const', async () => {
    await editor.caretBefore(3, 2);
    await userEvent.keyboard('{F2}');
    await appears('.bt-rename input');
    expect(shown('.bt-rename p')).toContain('Changes 3 places, the parameter among them.');
    await userEvent.keyboard('sma');
    expect(shown('.bt-rename p')).toBe('sma is a word of the language.');
    await userEvent.keyboard('{Enter}');
    expect(editor.fixture.source).toBe(SOURCE);
    await userEvent.keyboard('{Control>}a{/Control}swift{Enter}');
    expect(editor.fixture.source).toBe(SOURCE.replaceAll('fast', 'swift'));
    expect(editor.fixture.acts).toEqual(['rename fast swift']);
    expect(editor.find('.bt-rename')).toBeNull();
    await userEvent.keyboard('X');
    expect(editor.fixture.source).not.toBe(SOURCE.replaceAll('fast', 'swift'));
  });

  it('keep their name when Esc closes the field, and the caret stays in the script', async () => {
    await editor.caretBefore(3, 2);
    await userEvent.keyboard('{F2}');
    await appears('.bt-rename input');
    await userEvent.keyboard('swift{Escape}');
    expect(editor.find('.bt-rename')).toBeNull();
    expect(editor.fixture.source).toBe(SOURCE);
    expect(editor.shadow.activeElement).toBe(editor.content);
  });

  it('lead to their declaration with F12', async () => {
    await editor.caretBefore(7, 2);
    await userEvent.keyboard('{F12}x');
    expect(editor.fixture.source).toContain('const xquick = sma');
  });

  it('are explained by the keyboard with arguments, ranges and the comment above', async () => {
    await editor.caretBefore(3, 13);
    await userEvent.keyboard('{Shift>}{F1}{/Shift}');
    expect(shown('.bt-doc')).toContain('sma(real, timePeriod = 30)');
    expect(shown('.bt-doc')).toContain('whole number, 1 to 100,000; 30 when left out');
    expect(editor.announced).toContain('Simple Moving Average');
    await userEvent.keyboard('{Escape}');
    expect(editor.find('.bt-doc')).toBeNull();
    await editor.caretBefore(7, 2);
    await userEvent.keyboard('{Shift>}{F1}{/Shift}');
    expect(shown('.bt-doc')).toContain('The quick line.');
  });
});

describe('calls', () => {
  it('show their signature with the argument that is typed, and what it may be', async () => {
    await editor.clickEndOf(7);
    await userEvent.keyboard('{Enter}plot(ema(');
    expect(shown('.bt-signature strong')).toBe('real');
    await userEvent.keyboard('close, ');
    expect(shown('.bt-signature strong')).toBe('timePeriod = 30');
    expect(shown('.bt-signature p')).toContain('timePeriod: whole number');
    await userEvent.keyboard('5)');
    expect(shown('.bt-signature code')).toContain('plot(');
    await userEvent.keyboard('{Escape}{Escape}');
    expect(editor.find('.bt-signature')).toBeNull();
  });

  it('show it on request', async () => {
    await editor.caretBefore(3, 2);
    await userEvent.keyboard('{Control>}{Shift>}{Space}{/Shift}{/Control}');
    expect(shown('.bt-signature strong')).toBe('timePeriod = 30');
    expect(editor.announced).toContain('sma(real, timePeriod = 30)');
  });
});

describe('problems', () => {
  beforeEach(() => {
    editor.fixture.source = SOURCE.replace('close >', 'closee >').replace('units(1)', 'unitss(1)');
    flushSync();
  });

  it('are gone to with F8 and mended with Ctrl+. without the mouse', async () => {
    expect(editor.shadow.querySelectorAll('.bt-problem')).toHaveLength(2);
    await editor.clickEndOf(0);
    await userEvent.keyboard('{F8}');
    expect(editor.announced).toContain('Line 5: ');
    await userEvent.keyboard('{Control>}.{/Control}');
    expect(editor.fixture.source).toContain('close > quick');
    expect(editor.announced).toBe('Done: Use close.');
    await userEvent.keyboard('{Shift>}{F8}{/Shift}{Control>}.{/Control}');
    expect(editor.fixture.source).toBe(SOURCE);
    await userEvent.keyboard('{F8}');
    expect(editor.announced).toBe('The script has no problems.');
  });
});

describe('parts', () => {
  it('fold at the caret and all together, and a click unfolds', async () => {
    await editor.clickEndOf(4);
    await userEvent.keyboard('{Control>}{Shift>}{{{/Shift}{/Control}');
    expect(editor.text).not.toContain('buy(');
    expect(editor.fixture.source).toBe(SOURCE);
    editor.find('.bt-fold')?.click();
    expect(editor.text).toContain('buy(');
    await userEvent.keyboard('{Control>}{Alt>}[[{/Alt}{/Control}');
    expect(editor.text).not.toContain('buy(');
  });

  it('become comments and come back', async () => {
    await editor.clickEndOf(7);
    await userEvent.keyboard('{Control>}/{/Control}');
    expect(editor.fixture.source.endsWith('// plot(quick)')).toBe(true);
    await userEvent.keyboard('{Control>}/{/Control}');
    expect(editor.fixture.source).toBe(SOURCE);
  });

  it('come as snippets, filled in field by field', async () => {
    await editor.clickEndOf(7);
    await userEvent.keyboard('{Enter}bracket');
    await vi.waitFor(
      () => expect(shown('[aria-selected] .cm-completionLabel')).toBe('Buy with a bracket'),
      PATIENT,
    );
    await userEvent.click(editor.find('[aria-selected]') as HTMLElement);
    await userEvent.keyboard('50{Tab}1');
    expect(
      editor.fixture.source.endsWith(
        'buy({ size: percentOfEquity(50), stop: close - 1 * atr(14), target: close + 3 * atr(14) })',
      ),
    ).toBe(true);
  });

  it('are asked of the owner to be formatted', async () => {
    await editor.clickEndOf(0);
    await userEvent.keyboard('{Shift>}{Alt>}f{/Alt}{/Shift}');
    expect(editor.fixture.acts).toEqual(['format']);
    expect(editor.fixture.source).toBe(SOURCE);
  });
});

describe('search', () => {
  it('counts, steps and replaces, and Esc goes back to the script', async () => {
    await editor.clickEndOf(0);
    await userEvent.keyboard('{Control>}f{/Control}');
    await appears('.bt-search');
    await userEvent.keyboard('quick');
    await vi.waitFor(() => expect(shown('.bt-search .count')).toBe('4 matches'), PATIENT);
    await userEvent.keyboard('{Enter}');
    expect(shown('.bt-search .count')).toBe('1 of 4');
    await userEvent.click(editor.find('.bt-search .toggle[aria-label="Whole words"]') as HTMLElement);
    const [, replace] = editor.shadow.querySelectorAll<HTMLInputElement>('.bt-search input');
    await userEvent.fill(replace as HTMLInputElement, 'swift');
    [...editor.shadow.querySelectorAll<HTMLElement>('.bt-search button')]
      .find((button) => button.textContent === 'Replace all')
      ?.click();
    expect(editor.fixture.source).toBe(SOURCE.replaceAll('quick', 'swift'));
    await userEvent.keyboard('{Escape}');
    expect(editor.find('.bt-search')).toBeNull();
    expect(editor.shadow.activeElement).toBe(editor.content);
  });
});

describe('completion', () => {
  it('shows arguments, ranges and outputs of what is chosen', async () => {
    await editor.clickEndOf(7);
    await userEvent.keyboard('{Enter}const b = bbands');
    await vi.waitFor(() => expect(shown('.cm-completionInfo')).toContain('Bollinger Bands'), PATIENT);
    const words = shown('.cm-completionInfo');
    expect(words).toContain('timePeriod');
    expect(words).toContain('whole number, 2 to 100,000; 5 when left out');
    expect(words).toContain('upper');
  });
});

describe('value lens', () => {
  it('stays on its line when a line is added below it', async () => {
    editor.fixture.answer = answerOf(SOURCE);
    editor.fixture.bars = BARS;
    flushSync();
    expect(lineWith('.bt-lens')).toContain('const quick');
    await editor.clickEndOf(3);
    await userEvent.keyboard('{Enter}');
    expect(lineWith('.bt-lens')).toContain('const quick');
  });

  it('tells the values of a name at its bar in the note on the name', async () => {
    editor.fixture.answer = answerOf(SOURCE);
    editor.fixture.bars = BARS;
    flushSync();
    await editor.caretBefore(7, 2);
    await userEvent.keyboard('{Shift>}{F1}{/Shift}');
    expect(shown('.bt-doc .bt-value')).toContain('12.50');
  });
});

const lineWith = (selector: string): string => editor.find(selector)?.closest('.cm-line')?.textContent ?? '';

import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Diagnostic } from '../../script/diagnostic';
import { PATIENT } from '../../../tests/support/patient';
import { EditorFixture } from './editor.fixture';
import { scriptView, type WorkspaceFixture } from './workspace.fixture.svelte';

const SOURCE = "strategy('Golden cross', { fee: percent(0.1) })\nconst quick = atrr(14)\nplot(quick)";

let editor: EditorFixture;
let fixture: WorkspaceFixture;

const caret = (): number | null => {
  const root = editor.shadow as ShadowRoot & { getSelection?: () => Selection | null };
  return root.getSelection?.()?.anchorOffset ?? null;
};

beforeEach(async () => {
  editor = await new EditorFixture(SOURCE).ready();
  ({ fixture } = editor);
});

afterEach(() => editor.remove());

describe('script editor', () => {
  it('shows the script and tells edits back', async () => {
    expect(editor.text).toBe(SOURCE);
    await editor.clickEndOf(2);
    await userEvent.keyboard(' // fast');
    expect(fixture.source).toBe(`${SOURCE} // fast`);
  });

  it('keeps the caret when the text changes elsewhere', async () => {
    await editor.clickEndOf(2);
    const before = caret();
    fixture.source = fixture.source.replace('Golden cross', 'Silver');
    flushSync();
    expect(editor.text).toContain("strategy('Silver'");
    expect(fixture.acts).toEqual([]);
    expect(caret()).toBe(before);
    await userEvent.keyboard('!');
    expect(fixture.source.endsWith('plot(quick)!')).toBe(true);
  });

  it('writes a problem below its line and mends it with its button', async () => {
    const problem = editor.shadow.querySelector('.bt-problem');
    expect(problem?.textContent).toContain(
      'Line 2: there is no indicator called atrr. The nearest name is atr.',
    );
    expect(problem?.textContent).toContain('function_unknown');
    expect(editor.shadow.querySelector('.bt-wrong[data-severity=error]')?.textContent).toBe('atrr');
    problem?.querySelector('button')?.click();
    expect(fixture.source).toBe(SOURCE.replace('atrr', 'atr'));
  });

  it('takes what a run of this text has found for its problems', () => {
    const found: Diagnostic = {
      code: 'condition_never',
      severity: 'warning',
      from: 0,
      to: 8,
      line: 1,
      message: 'this never holds on these data.',
      remedy: 'Try others.',
      fix: null,
    };
    fixture.viewSource = SOURCE;
    fixture.view = scriptView([found]);
    flushSync();
    expect(editor.find('.bt-problem')?.textContent).toContain('Line 1: this never holds');
    expect(editor.find('.bt-problem button')).toBeNull();
  });

  it('applies a fix where its text has moved to', async () => {
    await editor.clickEndOf(0);
    await userEvent.keyboard('{Enter}');
    expect(editor.shadow.querySelector('.bt-problem')?.textContent).toContain('Line 3:');
    editor.shadow.querySelector<HTMLElement>('.bt-problem button')?.click();
    expect(fixture.source).toContain('const quick = atr(14)');
  });

  it('leaves run, undo and redo to the workspace', async () => {
    await editor.clickEndOf(0);
    await userEvent.keyboard(
      '{Control>}{Enter}z{/Control}{Control>}y{/Control}{Control>}{Shift>}Z{/Shift}{/Control}',
    );
    expect(fixture.acts).toEqual(['run', 'undo', 'redo', 'redo']);
    expect(fixture.source).toBe(SOURCE);
  });

  it('lets Tab leave after Escape, and indents before', async () => {
    const after = document.createElement('button');
    editor.host.after(after);
    await editor.clickEndOf(1);
    await userEvent.keyboard('{Tab}');
    expect(fixture.source.split('\n')[1]).toBe('  const quick = atrr(14)');
    await userEvent.keyboard('{Escape}{Tab}');
    expect(editor.shadow.activeElement?.textContent).toContain('Use atr');
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(after);
    after.remove();
  });

  it('completes indicator names with the caret between the parentheses', async () => {
    await editor.clickEndOf(2);
    await userEvent.keyboard('{Enter}const a = bba');
    await vi.waitFor(
      () =>
        expect(editor.shadow.querySelector('[aria-selected] .cm-completionLabel')?.textContent).toBe(
          'bbands',
        ),
      PATIENT,
    );
    await userEvent.click(editor.shadow.querySelector('[aria-selected]') as HTMLElement);
    await userEvent.keyboard('close');
    expect(fixture.source.endsWith('const a = bbands(close)')).toBe(true);
  });

  it('has a name and tells how to leave', () => {
    expect(editor.content.getAttribute('aria-label')).toBe('Strategy script');
    const help = editor.shadow.getElementById(editor.content.getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).toContain('Escape, then Tab leaves the editor');
  });

  it('adopts its styles: it writes no style element', () => {
    expect(editor.shadow.querySelector('style')).toBeNull();
    expect(editor.shadow.adoptedStyleSheets.length).toBeGreaterThan(0);
  });
});

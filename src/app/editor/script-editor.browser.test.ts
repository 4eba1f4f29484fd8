import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Diagnostic } from '../../script/diagnostic';
import ScriptEditor from './ScriptEditor.svelte';
import { scriptView, WorkspaceFixture } from './workspace.fixture.svelte';
import { PATIENT } from '../../../tests/support/patient';

const SOURCE = "strategy('Golden cross', {})\nconst quick = atrr(14)\nplot(quick)";

const MISTAKE: Diagnostic = {
  code: 'unknown_name',
  severity: 'error',
  from: SOURCE.indexOf('atrr'),
  to: SOURCE.indexOf('atrr') + 4,
  line: 2,
  message: 'there is no indicator called atrr.',
  remedy: 'The nearest name is atr.',
  fix: { label: 'Use atr', from: SOURCE.indexOf('atrr'), to: SOURCE.indexOf('atrr') + 4, insert: 'atr' },
};

/** The editor's modules may have to be compiled first. */
const LOADED = { timeout: 20_000 };

let host: HTMLElement;
let fixture: WorkspaceFixture;
let component: Record<string, unknown>;
const highlights: (string | null)[] = [];

const shadow = (): ShadowRoot => {
  const root = host.querySelector('.editor')?.shadowRoot;
  if (!root) throw new Error('the editor has no shadow root');
  return root;
};
const content = (): HTMLElement => shadow().querySelector<HTMLElement>('.cm-content') as HTMLElement;
const text = (): string => [...shadow().querySelectorAll('.cm-line')].map((l) => l.textContent).join('\n');
const caret = (): number | null => {
  const selection = (shadow() as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.();
  return selection?.anchorOffset ?? null;
};

beforeEach(async () => {
  document.documentElement.dataset['theme'] = 'dark';
  highlights.length = 0;
  fixture = new WorkspaceFixture(SOURCE);
  host = document.createElement('div');
  host.style.height = '400px';
  document.body.append(host);
  component = mount(ScriptEditor, {
    target: host,
    props: { workspace: fixture.workspace, onHighlight: (name: string | null) => highlights.push(name) },
  });
  await vi.waitUntil(() => host.querySelector('.editor')?.shadowRoot?.querySelector('.cm-content'), LOADED);
  flushSync();
});

afterEach(async () => {
  await unmount(component);
  host.remove();
});

/** Puts the caret at the end of a line by clicking behind its last character. */
async function clickEndOf(line: number): Promise<void> {
  const target = shadow().querySelectorAll('.cm-line')[line] as HTMLElement;
  const box = target.getBoundingClientRect();
  await userEvent.click(target, { position: { x: box.width - 4, y: box.height / 2 } });
}

describe('script editor', () => {
  it('shows the script and tells edits back', async () => {
    expect(text()).toBe(SOURCE);
    await clickEndOf(2);
    await userEvent.keyboard(' // fast');
    expect(fixture.source).toBe(`${SOURCE} // fast`);
  });

  it('keeps the caret when the text changes elsewhere', async () => {
    await clickEndOf(2);
    const before = caret();
    fixture.source = fixture.source.replace('Golden cross', 'Silver');
    flushSync();
    expect(text()).toContain("strategy('Silver'");
    expect(fixture.acts).toEqual([]);
    expect(caret()).toBe(before);
    await userEvent.keyboard('!');
    expect(fixture.source.endsWith('plot(quick)!')).toBe(true);
  });

  it('writes a problem below its line and mends it with its button', async () => {
    fixture.view = scriptView([MISTAKE]);
    flushSync();
    const problem = shadow().querySelector('.bt-problem');
    expect(problem?.textContent).toContain(
      'Line 2: there is no indicator called atrr. The nearest name is atr.',
    );
    expect(problem?.textContent).toContain('unknown_name');
    expect(shadow().querySelector('.cm-lintRange-error')?.textContent).toBe('atrr');
    problem?.querySelector('button')?.click();
    expect(fixture.source).toBe(SOURCE.replace('atrr', 'atr'));
  });

  it('applies a fix where its text has moved to', async () => {
    fixture.view = scriptView([MISTAKE]);
    flushSync();
    await clickEndOf(0);
    await userEvent.keyboard('{Enter}');
    expect(shadow().querySelector('.bt-problem')?.textContent).toContain('Line 3:');
    shadow().querySelector<HTMLElement>('.bt-problem button')?.click();
    expect(fixture.source).toContain('const quick = atr(14)');
  });

  it('leaves run, undo and redo to the workspace', async () => {
    await clickEndOf(0);
    await userEvent.keyboard(
      '{Control>}{Enter}z{/Control}{Control>}y{/Control}{Control>}{Shift>}Z{/Shift}{/Control}',
    );
    expect(fixture.acts).toEqual(['run', 'undo', 'redo', 'redo']);
    expect(fixture.source).toBe(SOURCE);
  });

  it('lets Tab leave after Escape, and indents before', async () => {
    const after = document.createElement('button');
    host.after(after);
    await clickEndOf(1);
    await userEvent.keyboard('{Tab}');
    expect(fixture.source.split('\n')[1]).toBe('  const quick = atrr(14)');
    await userEvent.keyboard('{Escape}{Tab}');
    expect(document.activeElement).toBe(after);
    after.remove();
  });

  it('completes indicator names with the caret between the parentheses', async () => {
    await clickEndOf(2);
    await userEvent.keyboard('{Enter}const a = bba');
    await vi.waitFor(
      () => expect(shadow().querySelector('[aria-selected] .cm-completionLabel')?.textContent).toBe('bbands'),
      PATIENT,
    );
    await userEvent.click(shadow().querySelector('[aria-selected]') as HTMLElement);
    await userEvent.keyboard('close');
    expect(fixture.source.endsWith('const a = bbands(close)')).toBe(true);
  });

  it('has a name and tells how to leave', () => {
    expect(content().getAttribute('aria-label')).toBe('Strategy script');
    const help = shadow().getElementById(content().getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).toContain('Escape, then Tab leaves the editor');
  });

  it('adopts its styles: it writes no style element', () => {
    expect(shadow().querySelector('style')).toBeNull();
    expect(shadow().adoptedStyleSheets.length).toBeGreaterThan(0);
  });
});

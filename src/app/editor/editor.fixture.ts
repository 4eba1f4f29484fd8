import { flushSync, mount, unmount } from 'svelte';
import { vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ScriptEditor from './ScriptEditor.svelte';
import { WorkspaceFixture } from './workspace.fixture.svelte';

/** The editor's modules may have to be compiled first. */
const LOADED = { timeout: 20_000 };

/** The script editor on a page of its own, for browser tests. */
export class EditorFixture {
  readonly fixture: WorkspaceFixture;
  readonly highlights: (string | null)[] = [];
  readonly host = document.createElement('div');
  readonly component: Record<string, unknown>;

  constructor(source: string) {
    document.documentElement.dataset['theme'] = 'dark';
    this.fixture = new WorkspaceFixture(source);
    this.host.style.height = '400px';
    document.body.append(this.host);
    this.component = mount(ScriptEditor, {
      target: this.host,
      props: {
        workspace: this.fixture.workspace,
        onHighlight: (name: string | null) => this.highlights.push(name),
      },
    });
  }

  /** Waits until the text is on screen. */
  async ready(): Promise<this> {
    await vi.waitUntil(
      () => this.host.querySelector('.editor')?.shadowRoot?.querySelector('.cm-content'),
      LOADED,
    );
    flushSync();
    return this;
  }

  get shadow(): ShadowRoot {
    const root = this.host.querySelector('.editor')?.shadowRoot;
    if (!root) throw new Error('the editor has no shadow root');
    return root;
  }

  /** The first element of the editor that a selector finds. */
  find(selector: string): HTMLElement | null {
    return this.shadow.querySelector<HTMLElement>(selector);
  }

  get content(): HTMLElement {
    const content = this.find('.cm-content');
    if (!content) throw new Error('the editor has no content');
    return content;
  }

  get text(): string {
    return [...this.shadow.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');
  }

  /** What the editor has read out last. */
  get announced(): string {
    return this.find('.cm-announced')?.textContent ?? '';
  }

  /** Puts the caret at the end of a line, from 0, by clicking behind its last character. */
  async clickEndOf(line: number): Promise<void> {
    const target = this.shadow.querySelectorAll<HTMLElement>('.cm-line')[line];
    if (!target) throw new Error(`there is no line ${line}`);
    const box = target.getBoundingClientRect();
    await userEvent.click(target, { position: { x: box.width - 4, y: box.height / 2 } });
  }

  /** Puts the caret so many characters before the end of a line, from 0. */
  async caretBefore(line: number, characters: number): Promise<void> {
    await this.clickEndOf(line);
    await userEvent.keyboard(`{End}${'{ArrowLeft}'.repeat(characters)}`);
  }

  async remove(): Promise<void> {
    await unmount(this.component);
    this.host.remove();
  }
}

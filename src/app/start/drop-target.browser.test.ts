import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const acts = vi.hoisted(() => ({
  importFiles: vi.fn<(files: readonly File[]) => void>(),
  importText: vi.fn<(name: string, text: string) => void>(),
  openLinkText: vi.fn<(text: string) => void>(),
}));
vi.mock('../state/workspace.svelte', () => ({ workspace: acts }));

const { default: DropTarget } = await import('../shell/DropTarget.svelte');

let component: Record<string, unknown>;

const files = (...names: string[]): DataTransfer => {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File(['date,close\n2020-01-02,1\n'], name));
  return transfer;
};
const words = (text: string): DataTransfer => {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', text);
  return transfer;
};
function drag(type: string, dataTransfer: DataTransfer): DragEvent {
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  flushSync();
  return event;
}
function paste(target: HTMLElement, clipboardData: DataTransfer): ClipboardEvent {
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}
const overlay = (): boolean => document.body.textContent.includes('Drop to import');

beforeEach(() => {
  vi.clearAllMocks();
  component = mount(DropTarget, { target: document.body });
  flushSync();
});
afterEach(() => unmount(component));

describe('drop target', () => {
  it('shows itself while files hang over the page and takes them all', () => {
    const transfer = files('a.csv', 'b.csv');
    drag('dragenter', transfer);
    expect(overlay()).toBe(true);
    expect(drag('drop', transfer).defaultPrevented).toBe(true);
    expect(overlay()).toBe(false);
    const taken = acts.importFiles.mock.calls[0]?.[0];
    expect(taken?.map((file) => file.name)).toEqual(['a.csv', 'b.csv']);
  });

  it('goes when the files leave, and stays while they move between parts of the page', () => {
    const transfer = files('a.csv');
    drag('dragenter', transfer);
    drag('dragenter', transfer);
    drag('dragleave', transfer);
    expect(overlay()).toBe(true);
    drag('dragleave', transfer);
    expect(overlay()).toBe(false);
  });

  it('leaves dragged text alone', () => {
    const transfer = words('hello');
    drag('dragenter', transfer);
    expect(overlay()).toBe(false);
    expect(drag('drop', transfer).defaultPrevented).toBe(false);
  });

  it('takes pasted rows and links, and nothing else', () => {
    paste(document.body, words('date,close\n2020-01-02,1'));
    expect(acts.importText).toHaveBeenCalledWith(expect.any(String), 'date,close\n2020-01-02,1');
    paste(document.body, words('https://lab.example/#/s/AbC'));
    expect(acts.openLinkText).toHaveBeenCalledWith('https://lab.example/#/s/AbC');
    expect(paste(document.body, words('good morning')).defaultPrevented).toBe(false);
  });

  it('leaves pastes into a field alone', () => {
    const field = document.createElement('textarea');
    document.body.append(field);
    paste(field, words('date,close\n2020-01-02,1'));
    expect(acts.importText).not.toHaveBeenCalled();
    field.remove();
  });
});

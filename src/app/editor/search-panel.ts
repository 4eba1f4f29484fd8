import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search';
import type { EditorState, Extension } from '@codemirror/state';
import { type EditorView, type Panel, runScopeHandlers, type ViewUpdate } from '@codemirror/view';

/** Matches are counted up to here. */
const MOST_COUNTED = 999;

/** Find and replace above the script, in the page's look. */
export const scriptSearch: Extension = search({ top: true, createPanel: (view) => new SearchPanel(view) });

class SearchPanel implements Panel {
  readonly dom: HTMLElement;
  readonly top = true;
  readonly #view: EditorView;
  readonly #find = textField(true);
  readonly #replace = textField(false);
  readonly #matchCase = toggle('Aa', 'Match case');
  readonly #wholeWord = toggle('ab', 'Whole words');
  readonly #regexp = toggle('.*', 'Regular expression');
  readonly #count = document.createElement('span');

  constructor(view: EditorView) {
    this.#view = view;
    this.dom = this.#build();
    this.#show(getSearchQuery(view.state));
    this.#countMatches(view.state);
  }

  mount(): void {
    this.#find.select();
  }

  update(update: ViewUpdate): void {
    const queryChanged = update.transactions.some(({ effects }) => effects.some((e) => e.is(setSearchQuery)));
    if (queryChanged) this.#show(getSearchQuery(update.state));
    if (queryChanged || update.docChanged || update.selectionSet) this.#countMatches(update.state);
  }

  #build(): HTMLElement {
    const dom = document.createElement('div');
    dom.className = 'bt-search';
    dom.setAttribute('role', 'search');
    dom.setAttribute('aria-label', 'Find and replace in the script');
    this.#count.className = 'count';
    this.#count.setAttribute('role', 'status');
    const toggles = [this.#matchCase, this.#wholeWord, this.#regexp];
    dom.append(
      row(
        labelled('Find', this.#find),
        button('↑', 'Match before (Shift+Enter)', () => findPrevious(this.#view)),
        button('↓', 'Next match (Enter)', () => findNext(this.#view)),
        button('×', 'Close (Esc)', () => this.#close()),
      ),
      row(
        labelled('Replace', this.#replace),
        button('Replace', '', () => replaceNext(this.#view)),
        button('Replace all', '', () => replaceAll(this.#view)),
      ),
      row(...toggles, this.#count),
    );
    dom.addEventListener('input', () => this.#commit());
    for (const option of toggles) {
      option.addEventListener('click', () => {
        option.setAttribute('aria-pressed', String(!isPressed(option)));
        this.#commit();
      });
    }
    dom.addEventListener('keydown', (event) => this.#onKey(event));
    return dom;
  }

  #onKey(event: KeyboardEvent): void {
    if (runScopeHandlers(this.#view, event, 'search-panel')) return event.preventDefault();
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.target === this.#replace) replaceNext(this.#view);
    else if (event.shiftKey) findPrevious(this.#view);
    else findNext(this.#view);
  }

  #close(): void {
    closeSearchPanel(this.#view);
    this.#view.focus();
  }

  #commit(): void {
    const query = new SearchQuery({
      search: this.#find.value,
      replace: this.#replace.value,
      caseSensitive: isPressed(this.#matchCase),
      wholeWord: isPressed(this.#wholeWord),
      regexp: isPressed(this.#regexp),
    });
    if (!query.eq(getSearchQuery(this.#view.state)))
      this.#view.dispatch({ effects: setSearchQuery.of(query) });
  }

  #show(query: SearchQuery): void {
    if (this.#find.value !== query.search) this.#find.value = query.search;
    if (this.#replace.value !== query.replace) this.#replace.value = query.replace;
    this.#matchCase.setAttribute('aria-pressed', String(query.caseSensitive));
    this.#wholeWord.setAttribute('aria-pressed', String(query.wholeWord));
    this.#regexp.setAttribute('aria-pressed', String(query.regexp));
  }

  #countMatches(state: EditorState): void {
    const query = getSearchQuery(state);
    this.#count.textContent =
      query.search === '' ? '' : query.valid ? countWords(state, query) : 'no expression';
  }
}

/** As `2 of 7`, `7 matches`, `no match`. */
function countWords(state: EditorState, query: SearchQuery): string {
  const { main } = state.selection;
  const matches = query.getCursor(state);
  let total = 0;
  let current = 0;
  for (let match = matches.next(); !match.done && total < MOST_COUNTED; match = matches.next()) {
    total++;
    if (match.value.from === main.from && match.value.to === main.to) current = total;
  }
  if (total === 0) return 'no match';
  const shown = total === MOST_COUNTED ? `${MOST_COUNTED} or more` : String(total);
  if (current > 0) return `${current} of ${shown}`;
  return total === 1 ? '1 match' : `${shown} matches`;
}

function row(...children: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'row';
  element.append(...children);
  return element;
}

function labelled(text: string, input: HTMLInputElement): HTMLElement {
  const label = document.createElement('label');
  const words = document.createElement('span');
  words.className = 'label';
  words.textContent = text;
  label.append(words, input);
  return label;
}

function textField(isMain: boolean): HTMLInputElement {
  const input = document.createElement('input');
  input.className = 'cm-textfield';
  input.spellcheck = false;
  input.autocomplete = 'off';
  if (isMain) input.setAttribute('main-field', 'true');
  return input;
}

function button(text: string, label: string, act: () => unknown): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'cm-button';
  element.textContent = text;
  if (label !== '') {
    element.title = label;
    element.setAttribute('aria-label', label);
  }
  element.addEventListener('click', act);
  return element;
}

function toggle(text: string, label: string): HTMLButtonElement {
  const element = button(text, label, () => undefined);
  element.classList.add('toggle');
  element.setAttribute('aria-pressed', 'false');
  return element;
}

const isPressed = (element: HTMLElement): boolean => element.getAttribute('aria-pressed') === 'true';

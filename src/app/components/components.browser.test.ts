import { mount, unmount, type Component } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../styles/index.css';
import DataTable from './DataTable.svelte';
import Splitter from './Splitter.svelte';
import type { TableColumn } from './table';
import Tabs from './Tabs.svelte';
import { PATIENT } from '../../../tests/support/patient';

let shown: Record<string, unknown> | null = null;

function show<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): void {
  document.documentElement.dataset['theme'] = 'dark';
  const target = document.createElement('div');
  target.id = 'app';
  target.style.height = '300px';
  document.body.append(target);
  shown = mount(component, { target, props });
}

afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
  document.body.replaceChildren();
});

const get = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  return element;
};
const settled = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

describe('DataTable', () => {
  interface Row {
    readonly name: string;
    readonly value: number;
  }
  const columns: readonly TableColumn<Row>[] = [
    { id: 'name', header: 'Name', width: 6, text: (row) => row.name },
    {
      id: 'value',
      header: 'Value',
      align: 'right',
      width: 6,
      text: (row) => `${row.value}`,
      sortKey: (row) => row.value,
    },
  ];
  const rows: readonly Row[] = Array.from({ length: 5000 }, (_, i) => ({
    name: `row ${i}`,
    value: (i * 7919) % 5000,
  }));
  const table = DataTable as unknown as Component<Record<string, unknown>>;
  const bodyRows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('tbody tr[data-at]')];

  it('keeps only the rows in sight in the page, and tells how many there are', async () => {
    show(table, { columns, rows, label: 'Rows' });
    await settled();
    expect(get('[role=grid]').getAttribute('aria-rowcount')).toBe('5001');
    expect(bodyRows().length).toBeGreaterThan(5);
    expect(bodyRows().length).toBeLessThan(60);
  });

  it('has a header of 26 and rows of 27 pixels, and keeps the header in sight', async () => {
    show(table, { columns, rows, label: 'Rows' });
    await settled();
    expect(get('th').getBoundingClientRect().height).toBe(26);
    expect(bodyRows()[0]?.getBoundingClientRect().height).toBe(27);
    const scroller = get('[role=grid]').parentElement ?? document.body;
    scroller.scrollTop = 27 * 2000;
    await settled();
    await vi.waitFor(
      () => expect(bodyRows().some((row) => row.dataset['at'] === '2002')).toBe(true),
      PATIENT,
    );
    expect(get('th').getBoundingClientRect().top).toBe(scroller.getBoundingClientRect().top);
  });

  it('holds a million rows that are numbers, to the last', async () => {
    const count = 1_000_000;
    const numbers: TableColumn<number> = {
      id: 'n',
      header: 'N',
      width: 6,
      text: (row) => `${row}`,
      sortKey: (row) => (row * 7919) % count,
    };
    const million = Uint32Array.from({ length: count }, (_, row) => row);
    show(table, {
      columns: [numbers],
      rows: million,
      label: 'Rows',
      sort: { column: 'n', descending: true },
    });
    await settled();
    expect(bodyRows().length).toBeLessThan(60);
    expect((Number(bodyRows()[0]?.textContent) * 7919) % count).toBe(count - 1);
    bodyRows()[0]?.focus();
    await userEvent.keyboard('{End}');
    await vi.waitFor(
      () => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe(`${count + 1}`),
      PATIENT,
    );
    expect(document.activeElement?.textContent.trim()).toBe('0');
  });

  it('sorts by a header button and says so', async () => {
    show(table, { columns, rows, label: 'Rows' });
    await settled();
    await userEvent.click(get('th button'));
    await settled();
    expect(get('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    expect(bodyRows()[0]?.textContent).toContain('4999');
    await userEvent.click(get('th button'));
    await settled();
    expect(get('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
  });

  it('moves the selection with the keys and opens a row', async () => {
    const onSelect = vi.fn<(value: never) => void>();
    const onOpen = vi.fn<(value: never) => void>();
    show(table, { columns, rows, label: 'Rows', selected: 3, onSelect, onOpen });
    await settled();
    const selected = get('tr[aria-selected=true]');
    expect(selected.tabIndex).toBe(0);
    selected.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(onSelect).toHaveBeenLastCalledWith(4);
    selected.focus();
    await userEvent.keyboard('{End}');
    expect(onSelect).toHaveBeenLastCalledWith(4999);
    get('tr[data-at]').focus();
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('copies all rows as tab-separated text', async () => {
    show(table, { columns, rows: rows.slice(0, 2), label: 'Rows' });
    await settled();
    const clipboardData = new DataTransfer();
    get('td').dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true }));
    expect(clipboardData.getData('text/plain')).toBe('Name\tValue\nrow 0\t0\nrow 1\t2919');
  });
});

describe('Splitter', () => {
  const props = { size: 300, min: 200, max: 640, initial: 392, label: 'Width' } as const;
  const splitter = Splitter as unknown as Component<Record<string, unknown>>;

  it.each([
    ['left', '{ArrowRight}', 308],
    ['right', '{ArrowRight}', 292],
    ['left', '{Shift>}{ArrowRight}{/Shift}', 380],
    ['left', '{Home}', 200],
    ['right', '{End}', 640],
  ] as const)('with its region at the %s, %s gives %d', async (region, keys, size) => {
    const onResize = vi.fn<(value: never) => void>();
    show(splitter, { ...props, region, onResize });
    get('[role=separator]').focus();
    await userEvent.keyboard(keys);
    expect(onResize).toHaveBeenLastCalledWith(size);
  });

  it('goes no further than its bounds, tells its value, and resets on a double click', async () => {
    const onResize = vi.fn<(value: never) => void>();
    show(splitter, { ...props, size: 204, region: 'left', onResize });
    const edge = get('[role=separator]');
    expect(edge.getAttribute('aria-valuenow')).toBe('204');
    edge.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(onResize).toHaveBeenLastCalledWith(200);
    edge.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(onResize).toHaveBeenLastCalledWith(392);
  });
});

describe('Tabs', () => {
  const tabs = [
    { id: 'report', label: 'Report' },
    { id: 'trades', label: 'Trades', count: 1029 },
    { id: 'log', label: 'Log' },
  ];
  const component = Tabs as unknown as Component<Record<string, unknown>>;

  it('has one tab in the tab order and moves with the arrows, around the ends', async () => {
    const onSelect = vi.fn<(value: never) => void>();
    show(component, { tabs, selected: 'log', label: 'Views', panel: 'p', onSelect });
    const all = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
    expect(all.map((tab) => tab.tabIndex)).toEqual([-1, -1, 0]);
    all[2]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onSelect).toHaveBeenLastCalledWith('report');
    expect(document.activeElement).toBe(all[0]);
  });

  it('shows counts with commas', () => {
    show(component, {
      tabs,
      selected: 'log',
      label: 'Views',
      panel: 'p',
      onSelect: vi.fn<(value: never) => void>(),
    });
    expect(get('#p-tab-trades').textContent.replace(/\s+/g, ' ').trim()).toBe('Trades 1,029');
  });
});

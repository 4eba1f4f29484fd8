///<reference types="svelte" />
;
import { untrack } from 'svelte';
import { get } from 'svelte/store';
import { createVirtualizer } from '@tanstack/svelte-virtual';
import TableHead from './TableHead.svelte';
import { sortedOrder, toTsv, type TableColumn, type TableSort } from './table';
function $$render<Row>() {

  
  
  
  
  

  interface Props {
    columns: readonly TableColumn<Row>[];
    rows: readonly Row[];
    /** Name of the table. */
    label: string;
    /** Index into `rows`; null when none. */
    selected?: number | null;
    onSelect?: (row: number) => void;
    /** Enter or double click on a row. */
    onOpen?: (row: number) => void;
    sort?: TableSort | null;
  }

  let { columns, rows, label, selected = null, onSelect, onOpen, sort = $bindable(null) }: Props = $props()/*Ωignore_startΩ*/;sort;/*Ωignore_endΩ*/;

  const ROW_REM = 1.6875;
  const rowHeight = ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);

  let scroller = $state<HTMLDivElement>();
  const order = $derived(sortedOrder(rows, columns, sort));
  const position = $derived(selected === null ? -1 : order.indexOf(selected));

  const virtualizer = createVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: 0,
    getScrollElement: () => scroller ?? null,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: 26,
    scrollPaddingStart: 26,
  })/*Ωignore_startΩ*/;let $virtualizer = __sveltets_2_store_get(virtualizer);/*Ωignore_endΩ*/;

  $effect(() => {
    const count = rows.length;
    const element = scroller ?? null;
    untrack(() => get(virtualizer).setOptions({ count, getScrollElement: () => element }));
  });

  $effect(() => {
    if (position >= 0) untrack(() => get(virtualizer).scrollToIndex(position, { align: 'auto' }));
  });

  const items = $derived($virtualizer.getVirtualItems());
  const above = $derived((items[0]?.start ?? 26) - 26);
  const below = $derived($virtualizer.getTotalSize() - (items.at(-1)?.end ?? 26));
  const entry = $derived(position >= 0 ? position : 0);

  function moveTo(target: number): void {
    const next = Math.max(0, Math.min(order.length - 1, target));
    const row = order[next];
    if (row === undefined) return;
    onSelect?.(row);
    get(virtualizer).scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => scroller?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus());
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2);
    const at = Number((event.target as HTMLElement).dataset['at'] ?? NaN);
    if (Number.isNaN(at)) return;
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: order.length - 1,
    };
    const target = moves[event.key];
    const row = order[at];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && row !== undefined) (onOpen ?? onSelect)?.(row);
    else return;
    event.preventDefault();
  }

  function oncopy(event: ClipboardEvent): void {
    if (getSelection()?.isCollapsed === false) return;
    const sorted = order.map((i) => rows[i]).filter((row) => row !== undefined);
    event.clipboardData?.setData('text/plain', toTsv(columns, sorted));
    event.preventDefault();
  }
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", {   "class":`scroller`,oncopy,});scroller = $$_div0;
   { svelteHTML.createElement("table", {      "role":`grid`,"aria-label":label,"aria-rowcount":rows.length + 1,onkeydown,});
     { svelteHTML.createElement("colgroup", {});
         for(let column of __sveltets_2_ensureArray(columns)){column.id; { svelteHTML.createElement("col", {  });__sveltets_2_ensureType(String, Number, `${column.width} `);}}
     }
     { const $$_daeHelbaT2C = __sveltets_2_ensureComponent(TableHead); new $$_daeHelbaT2C({ target: __sveltets_2_any(), props: {    columns,sort,"onSort":(next) => (sort = next),}});}
     { svelteHTML.createElement("tbody", {});
      if(above > 0){ { svelteHTML.createElement("tr", {  "aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, `${above} `); }}
         for(let item of __sveltets_2_ensureArray(items)){item.index;
        const index = order[item.index];
        const row = index === undefined ? undefined : rows[index];
        if(row !== undefined && index !== undefined){
           { svelteHTML.createElement("tr", {             ...__sveltets_2_empty({"data-at":item.index}),"aria-rowindex":item.index + 2,"aria-selected":onSelect ? index === selected : undefined,"tabindex":item.index === entry ? 0 : -1,"onclick":() => onSelect?.(index),"ondblclick":() => onOpen?.(index),});
               for(let column of __sveltets_2_ensureArray(columns)){column.id;
               { svelteHTML.createElement("td", { "class":[column.align ?? 'left', column.tone?.(row)],});column.text(row); }
            }
           }
        }
      }
      if(below > 0){ { svelteHTML.createElement("tr", {  "aria-hidden":`true`,});__sveltets_2_ensureType(String, Number, `${below} `); }}
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('sort'), slots: {}, events: {} }}
class __sveltets_Render<Row> {
    props(): ReturnType<typeof $$render<Row>>['props'] { return null as any; }
    events(): ReturnType<typeof $$render<Row>>['events'] { return null as any; }
    slots(): ReturnType<typeof $$render<Row>>['slots'] { return null as any; }
    bindings() { return __sveltets_$$bindings('sort'); }
    exports() { return {}; }
}

interface $$IsomorphicComponent {
    new <Row>(options: import('svelte').ComponentConstructorOptions<ReturnType<__sveltets_Render<Row>['props']>>): import('svelte').SvelteComponent<ReturnType<__sveltets_Render<Row>['props']>, ReturnType<__sveltets_Render<Row>['events']>, ReturnType<__sveltets_Render<Row>['slots']>> & { $$bindings?: ReturnType<__sveltets_Render<Row>['bindings']> } & ReturnType<__sveltets_Render<Row>['exports']>;
    <Row>(internal: unknown, props: ReturnType<__sveltets_Render<Row>['props']> & {}): ReturnType<__sveltets_Render<Row>['exports']>;
    z_$$bindings?: ReturnType<__sveltets_Render<any>['bindings']>;
}
const DataTable__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type DataTable__SvelteComponent_<Row> = InstanceType<typeof DataTable__SvelteComponent_<Row>>;
/*Ωignore_endΩ*/export default DataTable__SvelteComponent_;
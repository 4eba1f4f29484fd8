///<reference types="svelte" />
;
import { Speech } from '../chart/speech.svelte';
import type { TableColumn } from '../components/table';
import { onPaper } from '../paper';
import { barAfterKey } from './bar-keys';
import { columnLayout, type ShownColumn } from './column-layout';
import PlotFrame from './PlotFrame.svelte';
;

  interface Props {
    /** Names the chart, as `Return of each year`. */
    name: string;
    columns: readonly ShownColumn[];
    /** What the columns are of, as `Golden cross`. */
    ownName: string;
    /** What stands beside them; null for nothing. */
    besideName: string | null;
    /** Header of the labels in the table, as `Year`. */
    labelName: string;
    write: (value: number) => string;
    writeAxis?: (value: number) => string;
    /** Classes of a histogram: they touch, have no sign, and the benchmark's is an outline. */
    joined?: boolean;
  };function $$render() {

  
  
  
  
  
  


  let {
    name,
    columns,
    ownName,
    besideName,
    labelName,
    write,
    writeAxis = write,
    joined = false,
  }: Props = $props();

  const AXIS = 48;
  const FOOT = 20;
  let width = $state(0);
  let height = $state(0);
  let cursor = $state<number | null>(null);
  const speech = new Speech();

  const layout = $derived(
    columnLayout(columns, Math.max(width - AXIS, 1), Math.max(height - FOOT, 1), joined),
  );
  const chosen = $derived(cursor === null ? undefined : columns[cursor]);
  const summary = $derived(
    `${name}, ${columns.length} columns. ${chosen?.words ?? columns.at(-1)?.words ?? ''} Arrow keys read single columns.`,
  );
  const tableColumns = $derived<readonly TableColumn<ShownColumn>[]>([
    { id: 'label', header: labelName, width: 6, text: (row) => row.label },
    {
      id: 'own',
      header: ownName,
      align: 'right',
      width: 6,
      text: (row) => write(row.value),
      sortKey: (row) => row.value,
    },
    ...(besideName === null
      ? []
      : [
          {
            id: 'beside',
            header: besideName,
            align: 'right' as const,
            width: 6,
            text: (row: ShownColumn) => (row.beside === null ? 'n/a' : write(row.beside)),
            sortKey: (row: ShownColumn) => row.beside ?? NaN,
          },
        ]),
  ]);
  const toneOf = (value: number): string => (joined ? 'plain' : value >= 0 ? 'up' : 'down');

  function onpointermove(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const k = Math.floor((x / Math.max(width - AXIS, 1)) * columns.length);
    cursor = k >= 0 && k < columns.length ? k : null;
  }

  function onkeydown(event: KeyboardEvent): void {
    const target = barAfterKey(event, cursor, columns.length);
    if (target === undefined) return;
    event.preventDefault();
    cursor = target;
    const words = target === null ? undefined : columns[target]?.words;
    if (words) speech.say(words);
  }
;
async () => {


 { const $$_emarFtolP0C = __sveltets_2_ensureComponent(PlotFrame); const $$_emarFtolP0 = new $$_emarFtolP0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },name,"columns":tableColumns,"rows":() => columns,legend:() => { async ()/*Ωignore_positionΩ*/ => {
    if(chosen){
       { svelteHTML.createElement("span", {});chosen.words; }
    }else{
       { svelteHTML.createElement("span", { "class":`key`,}); { svelteHTML.createElement("i", { "class":joined ? 'plain' : 'gain',}); }ownName; }
      if(besideName){ { svelteHTML.createElement("span", { "class":`key`,}); { svelteHTML.createElement("i", { "class":joined ? 'outline' : 'beside',}); }besideName; }}
    }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {legend} = $$_emarFtolP0.$$prop_def;/*Ωignore_endΩ*/
  
  
   { const $$_div1 = svelteHTML.createElement("div", {                "class":`stage`,"role":`application`,"tabindex":0,"aria-label":summary,[Symbol("@attach")]:onPaper((element) => {
      width = element.clientWidth;
      height = element.clientHeight;
    }),onkeydown,onpointermove,"onpointerleave":() => (cursor = null),});width= $$_div1.clientWidth;height= $$_div1.clientHeight;
    if(width > AXIS && height > FOOT){
       { svelteHTML.createElement("svg", {   width,height,"aria-hidden":`true`,});
           for(let tick of __sveltets_2_ensureArray(layout.ticks)){tick;
          const y = layout.scale.toY(tick);
           { svelteHTML.createElement("line", {          "class":tick === 0 ? 'zero' : 'grid',"x1":`0`,"x2":width - AXIS,"y1":y,"y2":y,});}
           { svelteHTML.createElement("text", {   "x":width - AXIS + 8,"y":y + 4,});writeAxis(tick); }
        }
            for(let column of __sveltets_2_ensureArray(layout.columns)){let k = 1;k;
          if(cursor === k){
             { svelteHTML.createElement("rect", {           "class":`pointed`,"x":column.own.x - 1,"y":`0`,"width":Math.max((width - AXIS) / columns.length, 2),"height":height - FOOT,});}
          }
          if(column.beside){
             { svelteHTML.createElement("rect", {   "class":joined ? 'outline' : 'beside',...column.beside,});}
          }
           { svelteHTML.createElement("rect", {   "class":toneOf(columns[k]?.value ?? 0),...column.own,});}
          if(joined && column.beside){
             { svelteHTML.createElement("line", {           "class":`step`,"x1":column.beside.x,"x2":column.beside.x + column.beside.width,"y1":column.beside.y,"y2":column.beside.y,});}
          }
          if(column.label !== null){
             { svelteHTML.createElement("text", {     "x":column.labelAt,"y":height - 5,"text-anchor":`middle`,});column.label; }
          }
        }
       }
    }
   }
 PlotFrame}
 { svelteHTML.createElement("p", {   "class":`sr-only`,"aria-live":`polite`,});speech.text; }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ValueColumns__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ValueColumns__SvelteComponent_ = ReturnType<typeof ValueColumns__SvelteComponent_>;
/*Ωignore_endΩ*/export default ValueColumns__SvelteComponent_;
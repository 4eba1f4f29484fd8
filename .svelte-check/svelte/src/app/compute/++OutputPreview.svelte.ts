///<reference types="svelte" />
;
import DataTable from '../components/DataTable.svelte';
import Segmented from '../components/Segmented.svelte';
import type { TableColumn } from '../components/table';
import { formatCount, formatTime } from '../format';
import type { LookedAt } from '../state/batch.svelte';
import { figureText } from './figure';
import { BOX, sparkline } from './sparkline';
;

  interface Props {
    looked: LookedAt;
  };;

  interface Row {
    readonly time: number;
    readonly value: number;
  };function $$render() {

  
  
  
  
  
  
  


  let { looked }: Props = $props();


  let view = $state<'line' | 'table'>('line');

  const { dataset, named, output } = $derived(looked.row);
  const preview = $derived(looked.preview);
  const title = $derived(
    output && named.info.outputs.length > 1 ? `${named.label}.${output.name}` : named.label,
  );
  const line = $derived(preview && sparkline(preview));
  const when = (time: number): string => formatTime(time, dataset.instrument.zone, dataset.interval);
  const from = $derived(preview && !Number.isNaN(preview.beginTime) ? when(preview.beginTime) : '');
  const to = $derived(when(dataset.lastTime));
  const summary = $derived(
    output && line
      ? `${title} on ${dataset.name}, ${from} to ${to}: smallest ${figureText(output.min)}, largest ${figureText(output.max)}, last ${figureText(output.last)}.`
      : '',
  );
  const rows = $derived.by((): readonly Row[] => {
    if (!preview) return [];
    return Array.from(preview.time, (time, i) => ({ time, value: preview.values[i]! })).toReversed();
  });
  const columns = $derived<readonly TableColumn<Row>[]>([
    { id: 'time', header: 'Bar', width: 8, text: (row) => when(row.time), sortKey: (row) => row.time },
    {
      id: 'value',
      header: title,
      width: 8,
      align: 'right',
      text: (row) => figureText(row.value),
      copy: (row) => String(row.value),
      sortKey: (row) => row.value,
    },
  ]);
;
async () => {


 { svelteHTML.createElement("section", { "aria-label":`Preview of ${title} on ${dataset.name}`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", {});title; }
     { svelteHTML.createElement("span", { "class":`muted`,});dataset.name; }
     { svelteHTML.createElement("span", { "class":`space`,}); }
    if(output){
       { const $$_detnemgeS2C = __sveltets_2_ensureComponent(Segmented); new $$_detnemgeS2C({ target: __sveltets_2_any(), props: {         "label":`Preview as`,"options":[
          { id: 'line', label: 'Line' },
          { id: 'table', label: 'Table' },
        ],"selected":view,"onSelect":(next) => (view = next),}});}
    }
   }
  if(looked.failure){
     { svelteHTML.createElement("p", { "class":`problem`,});
      looked.failure.message;
      looked.failure.remedy;  { svelteHTML.createElement("code", {});looked.failure.code; }
     }
  } else if (!preview || !line){
     { svelteHTML.createElement("p", { "class":`muted`,});   }
  } else if (rows.length === 0){
     { svelteHTML.createElement("p", { "class":`muted`,});         }
  } else if (view === 'line'){
     { svelteHTML.createElement("div", { "class":`line`,});
       { svelteHTML.createElement("div", {   "class":`scale`,"aria-hidden":`true`,});
         { svelteHTML.createElement("span", {});figureText(line.max); } { svelteHTML.createElement("span", {});figureText(line.min); }
       }
       { svelteHTML.createElement("svg", {       "viewBox":`0 0 ${line.width} ${BOX}`,"preserveAspectRatio":`none`,"role":`img`,"aria-label":summary,});
         { svelteHTML.createElement("path", {    "d":line.path,"vector-effect":`non-scaling-stroke`,});}
       }
       { svelteHTML.createElement("div", {   "class":`span`,"aria-hidden":`true`,}); { svelteHTML.createElement("span", {});from; } { svelteHTML.createElement("span", {});to; } }
     }
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});
      rows.length < (output?.count ?? 0)
        ? `The last ${formatCount(rows.length, 'row')} of ${formatCount(output?.count ?? 0, 'value')}; an export has all.`
        : `All ${formatCount(rows.length, 'value')}, the last first.`;
     }
     { svelteHTML.createElement("div", { "class":`table`,}); { const $$_elbaTataD2C = __sveltets_2_ensureComponent(DataTable); new $$_elbaTataD2C({ target: __sveltets_2_any(), props: {    columns,rows,"label":`${title} on ${dataset.name}, the last rows`,}});} }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const OutputPreview__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type OutputPreview__SvelteComponent_ = ReturnType<typeof OutputPreview__SvelteComponent_>;
/*Ωignore_endΩ*/export default OutputPreview__SvelteComponent_;
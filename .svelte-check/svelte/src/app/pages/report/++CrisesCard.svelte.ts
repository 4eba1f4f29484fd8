///<reference types="svelte" />
;
import type { DatasetManifest } from '../../../core/dataset';
import type { Tearsheet } from '../../../research/tearsheet/shape';
import { changeClass, formatPercent, formatTime } from '../../format';
import Card from './Card.svelte';
import PlainTable from './PlainTable.svelte';
;

  interface Props {
    sheet: Tearsheet;
    dataset: DatasetManifest;
  };function $$render() {

  
  
  
  
  


  let { sheet, dataset }: Props = $props();

  const held = $derived(sheet.facts.benchmark !== null);
  const date = (time: number): string => formatTime(time, dataset.instrument.zone, dataset.interval);
  const change = (value: number | null): string => formatPercent(value, { signed: true });
  const fall = (value: number | null): string => formatPercent(value === null ? null : -value);
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":`Crisis windows`,"remark":sheet.crises.length > 0 ? 'Those that the data cover.' : '',}});
  if(sheet.crises.length > 0){
     { const $$_elbaTnialP1C = __sveltets_2_ensureComponent(PlainTable); const $$_elbaTnialP1 = new $$_elbaTnialP1C({ target: __sveltets_2_any(), props: {   "label":`Crisis windows`,"least":38,head:() => { async ()/*Ωignore_positionΩ*/ => {
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
        if(held){ { svelteHTML.createElement("th", { "scope":`col`,});  } { svelteHTML.createElement("th", { "scope":`col`,});  }}
      };return __sveltets_2_any(0)},body:() => { async ()/*Ωignore_positionΩ*/ => {
           for(let row of __sveltets_2_ensureArray(sheet.crises)){row.name;
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("th", { "scope":`row`,});row.name; }
             { svelteHTML.createElement("td", {});date(row.startTime); }
             { svelteHTML.createElement("td", {});date(row.endTime); }
             { svelteHTML.createElement("td", { "class":changeClass(row.run),});change(row.run); }
             { svelteHTML.createElement("td", {});fall(row.runFall); }
            if(held){ { svelteHTML.createElement("td", {});change(row.benchmark); } { svelteHTML.createElement("td", {});fall(row.benchmarkFall); }}
           }
        }
      };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {head, body} = $$_elbaTnialP1.$$prop_def;/*Ωignore_endΩ*/
      
      
     PlainTable}
  }else{
     { svelteHTML.createElement("p", { "class":`muted`,});       }
  }
 Card}
};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CrisesCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CrisesCard__SvelteComponent_ = ReturnType<typeof CrisesCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default CrisesCard__SvelteComponent_;
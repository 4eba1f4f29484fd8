///<reference types="svelte" />
;
import type { DatasetManifest } from '../../../core/dataset';
import type { Tearsheet } from '../../../research/tearsheet/shape';
import { formatInteger, formatPercent, formatTime } from '../../format';
import Card from './Card.svelte';
import PlainTable from './PlainTable.svelte';
;

  interface Props {
    sheet: Tearsheet;
    dataset: DatasetManifest;
  };function $$render() {

  
  
  
  
  


  let { sheet, dataset }: Props = $props();

  const date = (time: number): string => formatTime(time, dataset.instrument.zone, dataset.interval);
;
async () => {


  { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"title":`Falls below the peak`,"remark":`The ${formatInteger(sheet.drawdowns.length)} deepest, lengths in bars`,}});
  if(sheet.drawdowns.length > 0){
     { const $$_elbaTnialP1C = __sveltets_2_ensureComponent(PlainTable); const $$_elbaTnialP1 = new $$_elbaTnialP1C({ target: __sveltets_2_any(), props: {     "label":`Falls below the peak`,"least":34,"most":17,head:() => { async ()/*Ωignore_positionΩ*/ => {
         { svelteHTML.createElement("th", { "scope":`col`,});   }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});   }
         { svelteHTML.createElement("th", { "scope":`col`,});   }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
      };return __sveltets_2_any(0)},body:() => { async ()/*Ωignore_positionΩ*/ => {
           for(let fall of __sveltets_2_ensureArray(sheet.drawdowns)){fall.start;
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("th", { "scope":`row`,});date(fall.startTime); }
             { svelteHTML.createElement("td", { "class":`negative`,});formatPercent(-fall.depth); }
             { svelteHTML.createElement("td", {});date(fall.troughTime); }
             { svelteHTML.createElement("td", {  "class":{ caution: fall.recoveryTime === null },});fall.recoveryTime === null ? 'not yet' : date(fall.recoveryTime); }
             { svelteHTML.createElement("td", {});formatInteger(fall.barsToTrough); }
             { svelteHTML.createElement("td", {});fall.barsToRecovery === null ? 'not yet' : formatInteger(fall.barsToRecovery); }
             { svelteHTML.createElement("td", {});formatInteger(fall.bars); }
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
const DrawdownsCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DrawdownsCard__SvelteComponent_ = ReturnType<typeof DrawdownsCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default DrawdownsCard__SvelteComponent_;
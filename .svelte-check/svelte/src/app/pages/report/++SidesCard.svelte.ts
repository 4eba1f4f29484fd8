///<reference types="svelte" />
;
import { formatFigure } from '../../../core/figure';
import type { FigureValue, SideFigure } from '../../../research/tearsheet/shape';
import Hint from '../../components/Hint.svelte';
import Card from './Card.svelte';
import { aboutFigure } from './figure-text';
import PlainTable from './PlainTable.svelte';
;

  interface Props {
    title: string;
    remark?: string;
    rows: readonly SideFigure[];
    currency: string;
    /** Sides without a trade: their columns say so. */
    empty: { readonly long: boolean; readonly short: boolean };
  };function $$render() {
 const cell/*Ωignore_positionΩ*/ = (figure: FigureValue, unit: SideFigure['unit'], none: boolean)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { svelteHTML.createElement("td", {});
    if(figure.value === null && none){
       { svelteHTML.createElement("span", { "class":`muted`,});  }
    }else{
      formatFigure(figure.value, unit, currency);
      if(figure.reason){ { svelteHTML.createElement("span", { "class":`sub`,});figure.reason; }}
    }
   }
};return __sveltets_2_any(0)};
  
  
  
  
  
  


  let { title, remark = '', rows, currency, empty }: Props = $props();
;
async () => {




 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },title,remark,}});
   { const $$_elbaTnialP1C = __sveltets_2_ensureComponent(PlainTable); const $$_elbaTnialP1 = new $$_elbaTnialP1C({ target: __sveltets_2_any(), props: {   "label":title,"least":32,head:() => { async ()/*Ωignore_positionΩ*/ => {
       { svelteHTML.createElement("th", { "scope":`col`,});  }
       { svelteHTML.createElement("th", { "scope":`col`,});  }
       { svelteHTML.createElement("th", { "scope":`col`,});  }
       { svelteHTML.createElement("th", { "scope":`col`,});  }
    };return __sveltets_2_any(0)},body:() => { async ()/*Ωignore_positionΩ*/ => {
         for(let row of __sveltets_2_ensureArray(rows)){row.key;
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("th", { "scope":`row`,});
             { const $$_tniH2C = __sveltets_2_ensureComponent(Hint); const $$_tniH2 = new $$_tniH2C({ target: __sveltets_2_any(), props: { "text":aboutFigure(row),trigger:(props) => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("button", {  "type":`button`,...props,});row.name; }};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_tniH2.$$prop_def;/*Ωignore_endΩ*/
              
             Hint}
           }
          ;__sveltets_2_ensureSnippet(cell(row.all, row.unit, empty.long && empty.short));
          ;__sveltets_2_ensureSnippet(cell(row.long, row.unit, empty.long));
          ;__sveltets_2_ensureSnippet(cell(row.short, row.unit, empty.short));
         }
      }
    };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {head, body} = $$_elbaTnialP1.$$prop_def;/*Ωignore_endΩ*/
    
    
   PlainTable}
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SidesCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SidesCard__SvelteComponent_ = ReturnType<typeof SidesCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default SidesCard__SvelteComponent_;
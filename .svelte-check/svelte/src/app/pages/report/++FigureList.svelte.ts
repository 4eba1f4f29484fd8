///<reference types="svelte" />
;
import { formatFigure } from '../../../core/figure';
import type { Figure } from '../../../research/tearsheet/shape';
import Hint from '../../components/Hint.svelte';
import { aboutFigure, intervalText } from './figure-text';
;

  interface Props {
    figures: readonly Figure[];
    currency: string;
  };function $$render() {

  
  
  
  


  let { figures, currency }: Props = $props();
;
async () => {


 { svelteHTML.createElement("dl", {});
     for(let figure of __sveltets_2_ensureArray(figures)){figure.key;
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});
         { const $$_tniH3C = __sveltets_2_ensureComponent(Hint); const $$_tniH3 = new $$_tniH3C({ target: __sveltets_2_any(), props: { "text":aboutFigure(figure),trigger:(props) => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("button", {  "type":`button`,...props,});figure.name; }};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_tniH3.$$prop_def;/*Ωignore_endΩ*/
          
         Hint}
       }
       { svelteHTML.createElement("dd", {});
         { svelteHTML.createElement("span", { "class":`value`,});formatFigure(figure.value, figure.unit, currency); }
        if(figure.interval){
           { svelteHTML.createElement("span", { "class":`sub`,});intervalText(figure.interval, figure.unit, currency); }
        } else if (figure.reason){
           { svelteHTML.createElement("span", { "class":`sub`,});figure.reason; }
        }
       }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FigureList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FigureList__SvelteComponent_ = ReturnType<typeof FigureList__SvelteComponent_>;
/*Ωignore_endΩ*/export default FigureList__SvelteComponent_;
///<reference types="svelte" />
;
import type { SensitivityStudy } from '../../../research/sensitivity/shape';
import { palette } from '../../chart/palette';
import { inkOn, ladderColour } from '../../sweep-view/colour';
import { divergingShare, studyGrid, studyValue, variantWords } from './study-words';
;

  interface Props {
    study: SensitivityStudy;
  };function $$render() {

  
  
  
  


  let { study }: Props = $props();

  const grid = $derived(studyGrid(study));
  const most = $derived(
    Math.max(0, ...study.results.map(({ figures }) => Math.abs(figures[study.metric] ?? 0))),
  );
  const ladder = $derived(palette().diverging);
  const [down, across] = $derived(study.axes);
;
async () => {



  { svelteHTML.createElement("div", {        "class":`scroll`,"role":`region`,"aria-label":`${down?.name} times ${across?.name}, scrolls sideways`,"tabindex":0,});
   { svelteHTML.createElement("table", {});
     { svelteHTML.createElement("caption", {});across?.name; across?.unit;  down?.name; down?.unit;    }
     { svelteHTML.createElement("thead", {});
       { svelteHTML.createElement("tr", {});
         { svelteHTML.createElement("th", { "scope":`col`,}); { svelteHTML.createElement("span", { "class":`sr-only`,});down?.name; } }
           for(let value of __sveltets_2_ensureArray(grid.columns)){value; { svelteHTML.createElement("th", { "scope":`col`,});value; }}
       }
     }
     { svelteHTML.createElement("tbody", {});
         for(let row of __sveltets_2_ensureArray(grid.rows)){row.value;
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("th", { "scope":`row`,});row.value; }
              for(let cell of __sveltets_2_ensureArray(row.cells)){let k = 1;k;
            if(cell){
              const colour =
                cell.value === null ? null : ladderColour(ladder, divergingShare(cell.value, most));
               { svelteHTML.createElement("td", {       "class":{ mine: cell.asRun },"title":variantWords(cell.result, study.metric),});__sveltets_2_ensureType(String, Number, colour);__sveltets_2_ensureType(String, Number, colour && inkOn(colour));
                studyValue(cell.value, study.metric);if(cell.asRun){ { svelteHTML.createElement("span", { "class":`sr-only`,});   }}
               }
            }else{
               { svelteHTML.createElement("td", {}); }
            }
          }
         }
      }
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CostGrid__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CostGrid__SvelteComponent_ = ReturnType<typeof CostGrid__SvelteComponent_>;
/*Ωignore_endΩ*/export default CostGrid__SvelteComponent_;
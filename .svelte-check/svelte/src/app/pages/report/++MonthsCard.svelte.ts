///<reference types="svelte" />
;
import { formatNumber } from '../../format';
import Card from './Card.svelte';
import { monthTone } from './month-tone';
import type { ReportParts } from './report-parts';
function $$render() {

  
  
  
  

  let { answer }: ReportParts = $props();

  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const text = (value: number): string => formatNumber(value * 100, { decimals: 1, signed: true });

  const years = $derived(answer.outcome.report.months);
  const holding = $derived(answer.outcome.report.holdingMonths);
;
async () => {


  { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"title":`Return by month, %`,"remark":`Signs are printed, so colour is never alone. A dot: flat, no position.`,}});
  
   { svelteHTML.createElement("div", {       "class":`scroll`,"role":`region`,"aria-label":`Months, scrolls sideways`,"tabindex":0,});
     { svelteHTML.createElement("table", {});
       { svelteHTML.createElement("thead", {});
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("th", { "scope":`col`,}); { svelteHTML.createElement("span", { "class":`sr-only`,});  } }
             for(let month of __sveltets_2_ensureArray(MONTHS)){month; { svelteHTML.createElement("th", { "scope":`col`,});month; }}
           { svelteHTML.createElement("th", { "scope":`col`,});  }
           { svelteHTML.createElement("th", { "scope":`col`,});  }
         }
       }
       { svelteHTML.createElement("tbody", {});
            for(let row of __sveltets_2_ensureArray(years)){let i = 1;row.year;
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("th", { "scope":`row`,});row.year; }
                for(let value of __sveltets_2_ensureArray(row.months)){let month = 1;month;
              if(value === null){
                 { svelteHTML.createElement("td", {}); }
              } else if (row.flat[month]){
                 { svelteHTML.createElement("td", { "class":`flat`,}); { svelteHTML.createElement("span", { "aria-label":`flat`,});  } }
              }else{
                 { svelteHTML.createElement("td", { "class":monthTone(value, 'month'),});text(value); }
              }
            }
            if(row.months.every((value, month) => value === null || row.flat[month])){
               { svelteHTML.createElement("td", { "class":`flat`,}); { svelteHTML.createElement("span", { "aria-label":`flat`,});  } }
            }else{
               { svelteHTML.createElement("td", { "class":['total', monthTone(row.total, 'year')],});text(row.total); }
            }
             { svelteHTML.createElement("td", { "class":`holding`,});holding[i] ? text(holding[i].total) : ''; }
           }
        }
       }
     }
   }
 Card}


};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const MonthsCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type MonthsCard__SvelteComponent_ = ReturnType<typeof MonthsCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default MonthsCard__SvelteComponent_;
///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Claim } from './claims';
import SharedCard from './SharedCard.svelte';
;

  interface Props {
    claims: readonly Claim[];
  };function $$render() {

  
  
  
  


  let { claims }: Props = $props();
;
async () => {


 { const $$_draCderahS0C = __sveltets_2_ensureComponent(SharedCard); new $$_draCderahS0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Claimed and found`,}});
   { svelteHTML.createElement("table", {});
     { svelteHTML.createElement("thead", {});
       { svelteHTML.createElement("tr", {});
         { svelteHTML.createElement("th", { "scope":`col`,}); { svelteHTML.createElement("span", { "class":`sr-only`,});  } }
         { svelteHTML.createElement("th", { "scope":`col`,});   }
         { svelteHTML.createElement("th", { "scope":`col`,});  }
         { svelteHTML.createElement("th", { "scope":`col`,}); { svelteHTML.createElement("span", { "class":`sr-only`,});   } }
       }
     }
     { svelteHTML.createElement("tbody", {});
         for(let claim of __sveltets_2_ensureArray(claims)){claim.name;
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("th", { "scope":`row`,});claim.name; }
           { svelteHTML.createElement("td", { "class":{ mono: claim.name === 'Result hash' },});claim.claimed; }
           { svelteHTML.createElement("td", { "class":{ mono: claim.name === 'Result hash' },});claim.found ?? 'not run'; }
           { svelteHTML.createElement("td", { "class":['verdict', { caution: claim.same === false }],});
            if(claim.same === true){ { const $$_kcehC5C = __sveltets_2_ensureComponent(Check); new $$_kcehC5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
            if(claim.same === false){ { const $$_trelAelgnairT5C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});} }
           }
         }
      }
     }
   }
 SharedCard}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ClaimsTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ClaimsTable__SvelteComponent_ = ReturnType<typeof ClaimsTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default ClaimsTable__SvelteComponent_;
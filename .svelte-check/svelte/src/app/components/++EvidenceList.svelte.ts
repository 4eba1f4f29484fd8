///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check';
import Info from '@lucide/svelte/icons/info';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Evidence } from '../../core/metrics';
;

  interface Props {
    evidence: readonly Evidence[];
  };function $$render() {

  
  
  
  


  let { evidence }: Props = $props();

  const ICONS = { good: Check, caution: TriangleAlert, info: Info } as const;
  const WORDS = { good: 'In favour', caution: 'Caution', info: 'Note' } as const;
;
async () => {


 { svelteHTML.createElement("ul", {});
     for(let row of __sveltets_2_ensureArray(evidence)){row.claim;
    const Icon = ICONS[row.level];
     { svelteHTML.createElement("li", { ...__sveltets_2_empty({"data-level":row.level}),});
       { const $$_nocI2C = __sveltets_2_ensureComponent(Icon); new $$_nocI2C({ target: __sveltets_2_any(), props: {    "aria-label":WORDS[row.level],"role":`img`,}});}
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("h3", {});row.claim; }
         { svelteHTML.createElement("p", {});row.method ? `${row.detail} (${row.method})` : row.detail; }
       }
     }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const EvidenceList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type EvidenceList__SvelteComponent_ = ReturnType<typeof EvidenceList__SvelteComponent_>;
/*Ωignore_endΩ*/export default EvidenceList__SvelteComponent_;
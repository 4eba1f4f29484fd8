///<reference types="svelte" />
;
import EvidenceList from '../../components/EvidenceList.svelte';
import Card from './Card.svelte';
import type { ReportParts } from './report-parts';
function $$render() {

  
  
  

  let { answer }: ReportParts = $props();
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`How sure is this?`,}}); { const $$_tsiLecnedivE1C = __sveltets_2_ensureComponent(EvidenceList); new $$_tsiLecnedivE1C({ target: __sveltets_2_any(), props: {  "evidence":answer.outcome.verdict.evidence,}});} Card}
};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SureCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SureCard__SvelteComponent_ = ReturnType<typeof SureCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default SureCard__SvelteComponent_;
///<reference types="svelte" />
;
import { workspace } from '../state/workspace.svelte';
function $$render() {

  

  const SETTLED_MS = 600;

  let text = $state('');
  const verdict = $derived(workspace.fresh ? workspace.answer?.outcome.verdict : undefined);

  $effect(() => {
    if (!verdict) return;
    const words = `${verdict.words}. ${verdict.sentence}`;
    const timer = setTimeout(() => (text = words), SETTLED_MS);
    return () => clearTimeout(timer);
  });
;
async () => {


 { svelteHTML.createElement("div", {     "class":`sr-only`,"aria-live":`polite`,"role":`status`,});text; }
};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Announcer__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Announcer__SvelteComponent_ = ReturnType<typeof Announcer__SvelteComponent_>;
/*Ωignore_endΩ*/export default Announcer__SvelteComponent_;
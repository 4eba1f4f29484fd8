///<reference types="svelte" />
;
import Upload from '@lucide/svelte/icons/upload';
import { workspace } from '../state/workspace.svelte';
import { isTyping } from '../keyboard/focus';
import { pastedKind } from './pasted';
function $$render() {

  
  
  
  

  let depth = $state(0);

  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

  function ondrop(event: DragEvent): void {
    depth = 0;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    workspace.importFiles(files);
  }

  function onpaste(event: ClipboardEvent): void {
    if (isTyping(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const kind = files.length > 0 ? 'files' : pastedKind(text);
    if (kind === 'files') workspace.importFiles(files);
    else if (kind === 'link') workspace.openLinkText(text);
    else if (kind === 'table') workspace.importText('Pasted rows.csv', text);
    else return;
    event.preventDefault();
  }
;
async () => {


 { svelteHTML.createElement("svelte:window", {         "ondragenter":(event) => hasFiles(event) && depth++,"ondragleave":(event) => hasFiles(event) && (depth = Math.max(0, depth - 1)),"ondragover":(event) => hasFiles(event) && event.preventDefault(),ondrop,onpaste,});}

if(depth > 0){
   { svelteHTML.createElement("div", {   "class":`target`,"aria-hidden":`true`,});
     { svelteHTML.createElement("p", {}); { const $$_daolpU2C = __sveltets_2_ensureComponent(Upload); new $$_daolpU2C({ target: __sveltets_2_any(), props: {}});}           }
   }
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DropTarget__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DropTarget__SvelteComponent_ = ReturnType<typeof DropTarget__SvelteComponent_>;
/*Ωignore_endΩ*/export default DropTarget__SvelteComponent_;
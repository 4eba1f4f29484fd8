///<reference types="svelte" />
;
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { priceDecimals } from '../price';
import type { Workspace } from '../state/workspace';
import type { EditorEvents, ScriptEditorHandle } from './editor';
import { lensTags } from './lens-tags';
;

  interface Props {
    workspace: Workspace;
    /** Name of a line of the script under the pointer, null when there is none. */
    onHighlight?: ((name: string | null) => void) | undefined;
  };function $$render() {

  
  
  
  
  
  


  let { workspace, onHighlight }: Props = $props();

  let editor = $state.raw<ScriptEditorHandle | null>(null);
  let failed = $state(false);

  const outcome = $derived(workspace.answer?.outcome ?? null);
  const bar = $derived(workspace.cursor ?? (workspace.bars?.time.length ?? 0) - 1);
  const decimals = $derived(workspace.bars ? priceDecimals(workspace.bars.close) : 2);
  const tags = $derived(outcome ? lensTags(outcome.lenses, outcome.plots, bar, decimals) : []);
  const sameText = $derived(workspace.answer?.request.source === workspace.source);
  const names = $derived(new Set(outcome?.plots.map((plot) => plot.name)));

  const events: EditorEvents = {
    edit: (source) => workspace.edit(source),
    undo: () => workspace.undo(),
    redo: () => workspace.redo(),
    run: () => workspace.runNow(),
    hover: (name) => onHighlight?.(name !== null && names.has(name) ? name : null),
  };

  /** Puts the caret on a range of the script. */
   function reveal(from: number, to: number): void {
    editor?.reveal(from, to);
  }

  const mount: Attachment<HTMLElement> = (host) => {
    let gone = false;
    let own: ScriptEditorHandle | null = null;
    void load();
    return () => {
      gone = true;
      own?.destroy();
      editor = null;
    };

    async function load(): Promise<void> {
      try {
        const { createEditor } = await import('./editor');
        if (gone) return;
        own = untrack(() => createEditor(host, workspace.source, events));
        editor = own;
      } catch {
        failed = true;
      }
    }
  };

  $effect(() => editor?.setSource(workspace.source));
  $effect(() => editor?.setProblems(workspace.view?.diagnostics ?? []));
  $effect(() => {
    if (sameText) editor?.setLens(tags);
  });
  $effect(() => editor?.setStale(!workspace.fresh));
;
async () => {



 { svelteHTML.createElement("div", {    "class":`editor`,"onpaste":(event) => event.stopPropagation(),[Symbol("@attach")]:mount,}); }
if(!editor){
  if(failed){
     { svelteHTML.createElement("p", {   "class":`note`,"role":`alert`,});
                     
     }
  }
   { svelteHTML.createElement("pre", { "class":`plain`,});workspace.source; }
}


};
return { props: {} as any as Props, exports: {} as any as { reveal: typeof reveal }, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ScriptEditor__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ScriptEditor__SvelteComponent_ = ReturnType<typeof ScriptEditor__SvelteComponent_>;
/*Ωignore_endΩ*/export default ScriptEditor__SvelteComponent_;
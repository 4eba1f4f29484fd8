///<reference types="svelte" />
;
import AlignLeft from '@lucide/svelte/icons/text-align-start';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import FilePlus from '@lucide/svelte/icons/file-plus';
import Play from '@lucide/svelte/icons/play';
import Redo from '@lucide/svelte/icons/redo-2';
import Trash from '@lucide/svelte/icons/trash-2';
import Undo from '@lucide/svelte/icons/undo-2';
import Button from '../components/Button.svelte';
import Menu from '../components/Menu.svelte';
import type { Workspace } from '../state/workspace';
import ScriptEditor from './ScriptEditor.svelte';
;

  interface Props {
    workspace: Workspace;
    onHighlight?: ((name: string | null) => void) | undefined;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  


  let { workspace, onHighlight }: Props = $props();

  let editor = $state<ScriptEditor>();

  const problems = $derived(workspace.view?.diagnostics ?? []);
  const errors = $derived(problems.filter((problem) => problem.severity === 'error').length);
  const status = $derived.by(() => {
    if (!workspace.view) return '';
    if (problems.length === 0) return 'no problems';
    const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
    return errors > 0 && workspace.answer ? `${count}, the last good result is shown` : count;
  });
  const entries = $derived([
    { label: 'Run now', icon: Play, run: () => workspace.runNow() },
    {
      label: 'Format script',
      icon: AlignLeft,
      reason: errors > 0 ? 'It has problems' : null,
      run: () => workspace.format(),
    },
    {
      label: 'Redo',
      icon: Redo,
      reason: workspace.canRedo ? null : 'Nothing to redo',
      run: () => workspace.redo(),
    },
    { label: 'New strategy', icon: FilePlus, run: () => workspace.newScript() },
    {
      label: 'Delete strategy',
      icon: Trash,
      danger: true,
      reason: workspace.script ? null : 'It is not saved',
      run: () => workspace.script && workspace.removeScript(workspace.script.id),
    },
  ]);

  /** Puts the caret on a range of the script. */
   function reveal(from: number, to: number): void {
    editor?.reveal(from, to);
  }
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`script-title`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`script-title`,});  }
     { svelteHTML.createElement("span", {   "class":['status', { bad: errors > 0 }],"role":`status`,});status; }
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {             "look":`plain`,"icon":Undo,"label":`Undo`,"keys":`Ctrl+Z`,"reason":workspace.canUndo ? null : 'Nothing to undo',"onclick":() => workspace.undo(),}});}
     { const $$_uneM2C = __sveltets_2_ensureComponent(Menu); new $$_uneM2C({ target: __sveltets_2_any(), props: {     "icon":Ellipsis,"label":`Script menu`,entries,}});}
   }
   { svelteHTML.createElement("div", { "class":`text`,});
     { const $$_rotidEtpircS2C = __sveltets_2_ensureComponent(ScriptEditor); const $$_rotidEtpircS2 = new $$_rotidEtpircS2C({ target: __sveltets_2_any(), props: {    workspace,onHighlight,}});editor = $$_rotidEtpircS2;}
   }
 }


};
return { props: {} as any as Props, exports: {} as any as { reveal: typeof reveal }, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ScriptPanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ScriptPanel__SvelteComponent_ = ReturnType<typeof ScriptPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default ScriptPanel__SvelteComponent_;
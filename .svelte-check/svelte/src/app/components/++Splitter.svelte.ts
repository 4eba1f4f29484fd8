///<reference types="svelte" />
;;
  interface Props {
    /** Size of the region that the splitter changes, CSS pixels. */
    size: number;
    min: number;
    max: number;
    initial: number;
    /** Which side of the splitter the region lies on. */
    region: 'left' | 'right' | 'above' | 'below';
    /** As `Width of the script panel`. */
    label: string;
    onResize: (size: number) => void;
  };function $$render() {



  let { size, min, max, initial, region, label, onResize }: Props = $props();

  const STEP = 8;

  const vertical = $derived(region === 'left' || region === 'right');
  const sign = $derived(region === 'left' || region === 'above' ? 1 : -1);
  let start: { readonly at: number; readonly size: number } | null = null;

  const resize = (next: number): void => onResize(Math.round(Math.max(min, Math.min(max, next))));
  const at = (event: PointerEvent): number => (vertical ? event.clientX : event.clientY);

  function onpointerdown(event: PointerEvent & { currentTarget: HTMLElement }): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    start = { at: at(event), size };
  }

  function onpointermove(event: PointerEvent): void {
    if (start) resize(start.size + (at(event) - start.at) * sign);
  }

  function onkeydown(event: KeyboardEvent): void {
    const forward = vertical ? 'ArrowRight' : 'ArrowDown';
    const back = vertical ? 'ArrowLeft' : 'ArrowUp';
    const step = (event.shiftKey ? 10 : 1) * STEP * sign;
    const targets: Record<string, number> = {
      [forward]: size + step,
      [back]: size - step,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    resize(target);
  }
;
async () => {



  { svelteHTML.createElement("div", {                         "class":['splitter', vertical ? 'vertical' : 'horizontal'],"role":`separator`,"tabindex":0,"aria-label":label,"aria-orientation":vertical ? 'vertical' : 'horizontal',"aria-valuenow":size,"aria-valuemin":min,"aria-valuemax":max,onpointerdown,onpointermove,"onpointerup":() => (start = null),"onpointercancel":() => (start = null),"ondblclick":() => onResize(initial),onkeydown,}); }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Splitter__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Splitter__SvelteComponent_ = ReturnType<typeof Splitter__SvelteComponent_>;
/*Ωignore_endΩ*/export default Splitter__SvelteComponent_;
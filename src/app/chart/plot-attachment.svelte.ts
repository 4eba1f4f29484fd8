import type { Attachment } from 'svelte/attachments';
import { perFrame } from './frame';
import { createPlot, type PlotPicture } from './plot';

/**
 * Keeps a plot inside an element. `picture` is read in an effect: whatever reactive value it reads
 * repaints the plot in the next frame, without a remount.
 *
 * @param picture  what to show; null while there is no room
 */
export const plot =
  (picture: () => PlotPicture | null): Attachment<HTMLElement> =>
  (element) => {
    const chart = createPlot(element);
    const frames = perFrame<PlotPicture>((next) => chart.show(next));
    $effect(() => {
      const next = picture();
      if (next) frames.draw(next);
    });
    return () => {
      frames.stop();
      chart.destroy();
    };
  };

import type { Attachment } from 'svelte/attachments';
import { paintLive, type LiveScene } from './draw/live';
import { perFrame } from './frame';

/** Keeps a canvas at the size and sharpness of the screen and paints the newest scene once a frame. */
export const liveLayer =
  (scene: () => LiveScene): Attachment<HTMLCanvasElement> =>
  (canvas) => {
    const context = canvas.getContext('2d');
    if (!context) return;
    const frames = perFrame<LiveScene>((next) => {
      const [width, height] = [Math.round(next.width * next.ratio), Math.round(next.height * next.ratio)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      paintLive(context, next);
    });
    $effect(() => frames.draw(scene()));
    return () => frames.stop();
  };

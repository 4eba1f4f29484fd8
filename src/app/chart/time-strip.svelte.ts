import type { Attachment } from 'svelte/attachments';
import { devicePixelRatio as pixelRatio } from 'svelte/reactivity/window';
import { perFrame } from './frame';
import type { Palette } from './palette';
import type { Surface } from './plot';

/** A canvas of a given size with something painted on it. */
export interface StripPicture {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly paint: (surface: Surface) => void;
}

/** Keeps a canvas sharp and painted; what `picture` reads repaints it in the next frame. */
export const timeStrip =
  (picture: () => StripPicture): Attachment<HTMLCanvasElement> =>
  (canvas) => {
    const context = canvas.getContext('2d');
    if (!context) return;
    const frames = perFrame<StripPicture & { readonly ratio: number }>(({ width, height, paint, ratio }) => {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      context.scale(ratio, ratio);
      paint({ context, ratio, width, height });
    });
    $effect(() => frames.draw({ ...picture(), ratio: pixelRatio.current ?? 1 }));
    return () => frames.stop();
  };

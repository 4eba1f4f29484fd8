import { intervalWords } from '../format';
import type { ChartView } from './chart-view.svelte';

const HEAD = 30;

/**
 * The chart as a PNG: every canvas of the stage where it stands, under a title that also says when
 * the data are synthetic, and which studies are drawn.
 */
export function snapshotOf(stage: HTMLElement, view: ChartView): Promise<Blob> {
  const { palette, ratio } = view;
  const { name, interval, synthetic, studies } = view.inputs;
  const box = stage.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(box.width * ratio);
  canvas.height = Math.round((box.height + HEAD) * ratio);
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = palette.bg1;
    context.fillRect(0, 0, canvas.width, canvas.height);
    for (const layer of stage.querySelectorAll('canvas')) {
      const at = layer.getBoundingClientRect();
      context.drawImage(
        layer,
        (at.left - box.left) * ratio,
        (at.top - box.top + HEAD) * ratio,
        at.width * ratio,
        at.height * ratio,
      );
    }
    context.scale(ratio, ratio);
    context.font = `600 13px ${palette.font}`;
    context.fillStyle = palette.t1;
    context.textBaseline = 'middle';
    const title = `${name} · ${intervalWords(interval)}`;
    context.fillText(title, 12, HEAD / 2);
    let x = 24 + context.measureText(title).width;
    if (synthetic) {
      context.fillStyle = palette.warn;
      context.fillText('Synthetic data', x, HEAD / 2);
      x += 12 + context.measureText('Synthetic data').width;
    }
    const names = studies.filter(({ visible }) => visible).map((study) => study.title);
    context.font = `400 13px ${palette.font}`;
    context.fillStyle = palette.t2;
    context.fillText(names.join(' · '), x, HEAD / 2, Math.max(box.width - x - 12, 1));
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))),
      'image/png',
    );
  });
}

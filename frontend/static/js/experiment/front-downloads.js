// The front as a file: the picture as it is on the page, the same drawing as vectors, or its points.

import { colour } from '../charts/chart-theme.js';
import { fileName, save } from '../download.js';
import { one, showFailure } from '../dom.js';
import { metricOn } from '../format.js';
import { closingAsMenusDo } from '../menu.js';
import { csvOf } from './front-table.js';
import { svgOf } from './plot-svg.js';

/**
 * @param {HTMLElement} menu
 * @param {HTMLCanvasElement} canvas
 * @param {() => { plot: import('./plot.js').Plot, fronts: Front[], zoom: boolean } | null} shown at present
 */
export function downloads(menu, canvas, shown) {
  closingAsMenusDo(/** @type {HTMLDetailsElement} */ (menu));
  for (const button of menu.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      const now = shown();
      if (now) {
        download(button.value, now, canvas).catch(showFailure);
      }
      /** @type {HTMLDetailsElement} */ (menu).open = false;
      one('summary', menu).focus();
    });
  }
}

/**
 * @param {string} format
 * @param {{ plot: import('./plot.js').Plot, fronts: Front[], zoom: boolean }} shown
 * @param {HTMLCanvasElement} canvas
 */
async function download(format, { plot, fronts, zoom }, canvas) {
  const title = `${one('#name').textContent}: ${metricOn(plot.y)} against ${metricOn(plot.x)}`;
  const name = `${fileName(`${one('#name').textContent} front ${fronts.map(({ x, y }) => x.target ?? y.target ?? '').join(' ')}`)}.${format}`;
  switch (format) {
    case 'svg':
      save(name, new Blob([svgOf(plot, zoom, title)], { type: 'image/svg+xml' }));
      break;
    case 'csv':
      save(name, new Blob([csvOf(fronts)], { type: 'text/csv' }));
      break;
    default:
      save(name, await pngOf(canvas));
  }
}

/**
 * The chart's own ground is transparent, which is black in many a viewer.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
function pngOf(canvas) {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d'));
  context.fillStyle = colour('surface');
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  return new Promise((resolve, reject) =>
    copy.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The browser could not make a picture of the chart.')))));
}

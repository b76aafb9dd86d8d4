// What Chart.js does not draw by itself: intervals as whiskers, limits as shaded regions, names beside marks.

import { colour } from './chart-theme.js';

/** Half the width of a whisker's end, in pixels. */
const END = 3;

/**
 * @typedef {object} Limit where a constraint draws the line
 * @property {'x' | 'y'} axis
 * @property {number} bound
 * @property {boolean} atMost whether what lies above the bound breaks it, or below
 * @property {string} label
 * @property {string} colour name of a custom property
 */

/** Draws the intervals of the datasets that have some: points with xLow and xHigh, or yLow and yHigh. */
export const whiskers = {
  id: 'whiskers',
  /** @param {any} chart */
  beforeDatasetsDraw(chart) {
    const { ctx, data, scales, chartArea } = chart;
    ctx.save();
    clipTo(ctx, chartArea);
    ctx.lineWidth = 1;
    data.datasets.forEach((/** @type {any} */ { data: points, whiskers: ink }, /** @type {number} */ index) => {
      if (!ink || !chart.isDatasetVisible(index)) {
        return;
      }
      ctx.strokeStyle = ink;
      ctx.beginPath();
      for (const { x, y, xLow, xHigh, yLow, yHigh } of points) {
        const [across, up] = [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)];
        if (typeof xLow === 'number' && typeof xHigh === 'number') {
          const [from, to] = [scales.x.getPixelForValue(xLow), scales.x.getPixelForValue(xHigh)];
          line(ctx, from, up, to, up);
          line(ctx, from, up - END, from, up + END);
          line(ctx, to, up - END, to, up + END);
        }
        if (typeof yLow === 'number' && typeof yHigh === 'number') {
          const [from, to] = [scales.y.getPixelForValue(yLow), scales.y.getPixelForValue(yHigh)];
          line(ctx, across, from, across, to);
          line(ctx, across - END, from, across + END, from);
          line(ctx, across - END, to, across + END, to);
        }
      }
      ctx.stroke();
    });
    ctx.restore();
  },
};

/**
 * Shades what breaks a limit.
 *
 * @param {() => Limit[]} limits at present
 */
export const shades = limits => ({
  id: 'shades',
  /** @param {any} chart */
  beforeDatasetsDraw({ ctx, scales, chartArea }) {
    ctx.save();
    clipTo(ctx, chartArea);
    ctx.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    limits().forEach((limit, index) => shade(ctx, scales[limit.axis].getPixelForValue(limit.bound), chartArea, limit, index));
    ctx.restore();
  },
});

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} at pixel of the bound
 * @param {{ left: number, right: number, top: number, bottom: number }} area
 * @param {Limit} limit
 * @param {number} index keeps the labels of several limits apart
 */
function shade(ctx, at, { left, right, top, bottom }, { axis, atMost, label, colour: name }, index) {
  ctx.fillStyle = colour(name);
  ctx.strokeStyle = ctx.fillStyle;
  ctx.globalAlpha = 0.11;
  // Pixels grow downwards, values upwards.
  if (axis === 'x') {
    ctx.fillRect(atMost ? at : left, top, atMost ? right - at : at - left, bottom - top);
  } else {
    ctx.fillRect(left, atMost ? top : at, right - left, atMost ? at - top : bottom - at);
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([5, 4]);
  ctx.beginPath();
  if (axis === 'x') {
    line(ctx, at, top, at, bottom);
  } else {
    line(ctx, left, at, right, at);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  const room = ctx.measureText(label).width + 10;
  if (axis === 'x') {
    const after = at + room < right;
    ctx.textAlign = after ? 'left' : 'right';
    ctx.fillText(label, at + (after ? 5 : -5), bottom - 8 - 15 * index);
  } else {
    ctx.textAlign = 'right';
    ctx.fillText(label, right - 5, at + (at - top > 18 ? -5 : 14));
  }
}

/** Writes the names of marks beside them. */
export const names = {
  id: 'names',
  /** @param {any} chart */
  afterDatasetsDraw(chart) {
    const { ctx, data, chartArea } = chart;
    data.datasets.forEach((/** @type {any} */ { names: texts }, /** @type {number} */ index) => {
      const points = texts && chart.isDatasetVisible(index) ? chart.getDatasetMeta(index).data : [];
      ctx.save();
      ctx.fillStyle = colour('text');
      ctx.font = `12px ${getComputedStyle(document.body).fontFamily}`;
      points.forEach((/** @type {any} */ { x, y }, /** @type {number} */ i) => {
        const left = x < (chartArea.left + chartArea.right) / 2;
        ctx.textAlign = left ? 'left' : 'right';
        ctx.fillText(texts[i], x + (left ? 11 : -11), y + 4);
      });
      ctx.restore();
    });
  },
};

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x1
 * @param {number} y1
 * @param {number} x2
 * @param {number} y2
 */
function line(ctx, x1, y1, x2, y2) {
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ left: number, right: number, top: number, bottom: number }} area
 */
function clipTo(ctx, { left, right, top, bottom }) {
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
}

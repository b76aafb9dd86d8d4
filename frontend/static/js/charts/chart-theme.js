// What all charts share: colours from the style sheet, no animation, axes with units.

import { capital, compact, metricOn, unitLabel } from '../format.js';

/** @param {string} name of a custom property, without the dashes */
export const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/**
 * A chart that is made anew when the theme changes.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} type
 * @param {() => { datasets: ChartDataset[], options: ChartOptions }} describe
 * @param {{ id: string, [hook: string]: unknown }[]} [plugins]
 */
export function themed(canvas, type, describe, plugins = []) {
  /** @type {Chart | undefined} */
  let chart;
  const draw = () => {
    const { datasets, options } = describe();
    if (chart) {
      chart.data.datasets = datasets;
      chart.options = { ...common(), ...options };
      chart.update('none');
    } else {
      chart = new Chart(canvas, { type, data: { datasets }, options: { ...common(), ...options }, plugins });
    }
  };
  addEventListener('theme-change', () => chart && draw());
  return draw;
}

/** @returns {ChartOptions} */
function common() {
  return {
    animation: false,
    parsing: false,
    normalized: true,
    responsive: true,
    maintainAspectRatio: false,
    font: { family: getComputedStyle(document.body).fontFamily },
    color: colour('text'),
  };
}

/** @typedef {{ min?: number, max?: number, suggestedMin?: number, suggestedMax?: number }} Range */

/**
 * An axis of a metric; ratios are shown in per cent.
 *
 * @param {Axis} axis
 * @param {Range} [range]
 */
export function metricAxis(axis, range = {}) {
  const unit = unitLabel(axis.unit);
  return {
    ...valueAxis(
      capital(metricOn(axis)) + (unit ? ` (${unit})` : ''),
      axis.unit === 'ratio' ? value => tick(value * 100) : tick,
    ),
    ...range,
  };
}

/**
 * @param {string} title
 * @param {(value: number) => string} [text] of a tick
 */
export function valueAxis(title, text = tick) {
  return {
    type: 'linear',
    title: { display: true, text: title, color: colour('muted') },
    ticks: { color: colour('muted'), maxTicksLimit: 7, maxRotation: 0, includeBounds: false, callback: text },
    grid: { color: colour('grid') },
    border: { color: colour('line') },
  };
}

/**
 * An axis of what is counted.
 *
 * @param {string} title
 */
export function wholeAxis(title) {
  const axis = valueAxis(title);
  return { ...axis, ticks: { ...axis.ticks, precision: 0 } };
}

/** @param {number} value */
export const tick = value => (Math.abs(value) >= 1000 ? compact(value) : String(Number(value.toPrecision(6))));

/** @param {{ title: (items: any[]) => string, label: (item: any) => string | string[] }} callbacks */
export function tooltip(callbacks) {
  return {
    animation: false,
    displayColors: false,
    backgroundColor: colour('text'),
    titleColor: colour('surface'),
    bodyColor: colour('surface'),
    callbacks,
  };
}

/** @param {boolean} shown */
export const legend = shown => ({
  display: shown,
  position: 'bottom',
  labels: { color: colour('text'), usePointStyle: true, boxHeight: 7 },
});

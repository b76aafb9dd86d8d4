// Two metrics of every trial against each other, with fronts as stepped lines, limits, intervals and models from elsewhere.

import { isForetold, titleOf, wordsOf } from '../experiment/plot.js';
import { names, shades, whiskers } from './chart-marks.js';
import { colour, legend, metricAxis, themed, tooltip } from './chart-theme.js';

/** @typedef {import('../experiment/plot.js').Plot} Plot */
/** @typedef {import('../experiment/plot.js').Layer} Layer */
/** @typedef {import('../experiment/plot.js').Spot} Spot */

/** Beyond this many points, they are drawn small. */
const MANY = 1000;

/**
 * The ranges that show the fronts and their neighbourhood.
 *
 * @param {ChartPoint[]} front
 */
function rangesOf(front) {
  const range = (/** @type {number[]} */ values) => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    const margin = (high - low || Math.abs(high) || 1) * 0.15;
    return { min: low - margin, max: high + margin };
  };
  return { x: range(front.map(point => point.x)), y: range(front.map(point => point.y)) };
}

/**
 * The ranges of what is drawn, with the limits that lie near it.
 *
 * @param {Plot} plot
 * @param {boolean} toFront
 * @returns {{ x: import('./chart-theme.js').Range, y: import('./chart-theme.js').Range }}
 */
export function rangesOfPlot({ layers, limits }, toFront) {
  const fronts = layers.filter(({ look }) => look === 'front').flatMap(({ spots }) => spots);
  if (toFront && fronts.length > 1) {
    return rangesOf(fronts);
  }
  const suggested = (/** @type {'x' | 'y'} */ axis) => {
    const bounds = limits.filter(limit => limit.axis === axis).map(({ bound }) => bound);
    const values = bounds.length ? layers.flatMap(({ spots }) => spots.map(spot => spot[axis])) : [];
    if (values.length === 0) {
      return {};
    }
    const low = values.reduce((a, b) => Math.min(a, b));
    const high = values.reduce((a, b) => Math.max(a, b));
    const near = bounds.filter(bound => bound >= low - (high - low) && bound <= high + (high - low));
    // A limit at the rim would show nothing of what it shades.
    const room = (high - low) * 0.12;
    return near.length
      ? { suggestedMin: Math.min(low, ...near.map(bound => bound - room)), suggestedMax: Math.max(high, ...near.map(bound => bound + room)) }
      : {};
  };
  return { x: suggested('x'), y: suggested('y') };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(trial: number) => void} open called with the trial that was clicked on
 */
export function scatterChart(canvas, open) {
  /** @type {Plot} */
  let plot;
  let zoom = false;
  /** @returns {Spot | undefined} nothing between new points and the next drawing, when the mouse is on one that is no more */
  const spotOf = (/** @type {ChartElement} */ { datasetIndex, index }) => plot.layers[datasetIndex]?.spots[index];
  const draw = themed(canvas, 'scatter', () => {
    const ranges = rangesOfPlot(plot, zoom);
    return {
      datasets: plot.layers.map(layer => dataset(layer, plot.x)),
      options: {
        interaction: { mode: 'nearest', intersect: true },
        scales: { x: metricAxis(plot.x, ranges.x), y: metricAxis(plot.y, ranges.y) },
        plugins: {
          legend: legend(true),
          tooltip: tooltip({
            title: items => items.slice(0, 1).map(item => titleOf(plot.layers[item.datasetIndex], item.raw)).join(''),
            label: item => wordsOf(plot, item.raw),
          }),
        },
        onClick: (/** @type {unknown} */ _event, /** @type {ChartElement[]} */ elements) => {
          const trial = elements.length > 0 ? spotOf(elements[0])?.trial : undefined;
          if (trial !== undefined) {
            open(trial);
          }
        },
        onHover: (/** @type {any} */ event, /** @type {ChartElement[]} */ elements) =>
          canvas.classList.toggle('on-point', event.type === 'mousemove' && elements.length > 0 && spotOf(elements[0])?.trial !== undefined),
      },
    };
  }, [shades(() => plot.limits), whiskers, names]);

  return (/** @type {Plot} */ shown, /** @type {boolean} */ toFront) => {
    plot = shown;
    zoom = toFront;
    draw();
  };
}

/**
 * @param {Layer} layer
 * @param {Axis} x
 * @returns {ChartDataset}
 */
function dataset({ label, look, colour: name, spots }, x) {
  const ink = colour(name);
  const many = spots.length > MANY;
  const all = { label, data: spots, backgroundColor: ink, borderColor: ink };
  switch (look) {
    case 'front':
      return {
        ...all,
        showLine: true,
        // What a front point attains holds on its worse side, up to the next point.
        stepped: x.direction === 'MINIMIZE' ? 'before' : 'after',
        borderWidth: 2,
        // A hollow point is a prediction.
        pointBackgroundColor: spots.map(spot => (isForetold(spot) ? colour('surface') : ink)),
        pointBorderColor: ink,
        pointBorderWidth: spots.map(spot => (isForetold(spot) ? 1.5 : 0)),
        pointRadius: spots.length > 60 ? 2.5 : 4,
        pointHoverRadius: 7,
        whiskers: ink,
      };
    case 'dominated':
      return { ...all, borderWidth: 0, pointRadius: many ? 2 : 3.5, pointHoverRadius: 6 };
    case 'infeasible':
      return { ...all, pointStyle: 'crossRot', borderWidth: 1, pointRadius: many ? 2.5 : 4, pointHoverRadius: 6 };
    case 'again':
      return { ...all, backgroundColor: 'transparent', borderWidth: 2, pointRadius: 8, pointHoverRadius: 9 };
    default:
      return {
        ...all,
        names: spots.map(spot => spot.name),
        pointStyle: 'rectRot',
        borderColor: colour('surface'),
        borderWidth: 1,
        pointRadius: 7,
        pointHoverRadius: 9,
      };
  }
}

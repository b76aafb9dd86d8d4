// The front as an SVG file: the same plot as the chart's, drawn on white for papers and slides.

import { rangesOfPlot } from '../charts/chart-scatter.js';
import { tick } from '../charts/chart-theme.js';
import { svg } from '../dom.js';
import { capital, metricOn, unitLabel } from '../format.js';
import { isForetold, titleOf, wordsOf } from './plot.js';

/** @typedef {import('./plot.js').Plot} Plot */
/** @typedef {import('./plot.js').Layer} Layer */
/** @typedef {import('./plot.js').Spot} Spot */
/** @typedef {(value: number) => number} Scale from a value to its place */
/** @typedef {{ x: Scale, y: Scale, ticks: { x: number[], y: number[] } }} Scales */

const WIDTH = 900;
const HEIGHT = 560;
const AREA = { left: 74, right: WIDTH - 20, top: 20, bottom: HEIGHT - 92 };
/** Room for the marks of points that lie on an axis. */
const RIM = 5;
const TEXT = '#17202b';
const GREY = '#556271';

/** Colours of the light theme, in which the file is drawn whatever the page looks like. @type {Record<string, string>} */
const INK = {
  accent: '#1d4ed8', point: '#aab2bd', bad: '#b42318', second: '#b45309', text: TEXT,
  'series-1': '#1d4ed8', 'series-2': '#b45309', 'series-3': '#146c43', 'series-4': '#a21caf',
  'series-5': '#0e7490', 'series-6': '#b42318', 'series-7': '#5b4bc4', 'series-8': '#4b5867',
};

/**
 * @param {Plot} plot
 * @param {boolean} toFront
 * @param {string} title
 * @returns {string} a document
 */
export function svgOf(plot, toFront, title) {
  const scales = scalesOf(plot, toFront);
  const clip = svg('clipPath', { id: 'area' }, rectangle(AREA.left - RIM, AREA.top - RIM, AREA.right + RIM, AREA.bottom + RIM, {}));
  const drawing = svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'font-family': 'Helvetica, Arial, sans-serif', 'font-size': 13 },
    svg('title', {}, title),
    svg('defs', {}, clip),
    rectangle(0, 0, WIDTH, HEIGHT, { fill: '#ffffff' }),
    ...axes(plot, scales),
    svg(
      'g',
      { 'clip-path': 'url(#area)' },
      ...plot.limits.map((limit, index) => limitOf(limit, scales, index)),
      ...[...plot.layers].reverse().map(layer => layerOf(plot, layer, scales)),
    ),
    legendOf(plot.layers.filter(({ spots }) => spots.length > 0)),
  );
  return new XMLSerializer().serializeToString(drawing);
}

/**
 * @param {Plot} plot
 * @param {boolean} toFront
 * @returns {Scales}
 */
function scalesOf(plot, toFront) {
  const ranges = rangesOfPlot(plot, toFront);
  const scale = (/** @type {'x' | 'y'} */ axis, /** @type {number} */ from, /** @type {number} */ to) => {
    const range = ranges[axis];
    const values = plot.layers.flatMap(({ spots }) => spots.map(spot => spot[axis]));
    const least = range.min ?? range.suggestedMin ?? values.reduce((a, b) => Math.min(a, b), Infinity);
    const most = range.max ?? range.suggestedMax ?? values.reduce((a, b) => Math.max(a, b), -Infinity);
    const margin = range.min === undefined ? (most - least || Math.abs(most) || 1) * 0.04 : 0;
    // What is nowhere negative needs no room below zero.
    const floor = least >= 0 ? 0 : -Infinity;
    const [low, high] = Number.isFinite(least) ? [Math.max(floor, least - margin), most + margin] : [0, 1];
    return {
      place: (/** @type {number} */ value) => from + ((value - low) / (high - low)) * (to - from),
      ticks: ticksOf(low, high),
    };
  };
  const x = scale('x', AREA.left, AREA.right);
  const y = scale('y', AREA.bottom, AREA.top);
  return { x: x.place, y: y.place, ticks: { x: x.ticks, y: y.ticks } };
}

/**
 * About six round values in a range.
 *
 * @param {number} low
 * @param {number} high
 */
function ticksOf(low, high) {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(size => size >= rough) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/**
 * @param {Plot} plot
 * @param {Scales} scales
 */
function axes({ x, y }, scales) {
  const title = (/** @type {Axis} */ axis) => capital(metricOn(axis)) + (unitLabel(axis.unit) ? ` (${unitLabel(axis.unit)})` : '');
  const text = (/** @type {Axis} */ axis, /** @type {number} */ value) => tick(axis.unit === 'ratio' ? value * 100 : value);
  const middle = (AREA.top + AREA.bottom) / 2;
  return [
    ...scales.ticks.x.flatMap(value => [
      line(scales.x(value), AREA.top, scales.x(value), AREA.bottom, { stroke: '#e8ecf1' }),
      svg('text', { x: scales.x(value), y: AREA.bottom + 18, 'text-anchor': 'middle', fill: GREY }, text(x, value)),
    ]),
    ...scales.ticks.y.flatMap(value => [
      line(AREA.left, scales.y(value), AREA.right, scales.y(value), { stroke: '#e8ecf1' }),
      svg('text', { x: AREA.left - 8, y: scales.y(value) + 4, 'text-anchor': 'end', fill: GREY }, text(y, value)),
    ]),
    line(AREA.left, AREA.bottom, AREA.right, AREA.bottom, { stroke: GREY }),
    line(AREA.left, AREA.top, AREA.left, AREA.bottom, { stroke: GREY }),
    svg('text', { x: (AREA.left + AREA.right) / 2, y: AREA.bottom + 42, 'text-anchor': 'middle', fill: TEXT }, title(x)),
    svg('text', { x: 18, y: middle, 'text-anchor': 'middle', fill: TEXT, transform: `rotate(-90 18 ${middle})` }, title(y)),
  ];
}

/**
 * @param {import('../charts/chart-marks.js').Limit} limit
 * @param {Scales} scales
 * @param {number} index
 */
function limitOf({ axis, bound, atMost, label, colour }, scales, index) {
  const at = scales[axis](bound);
  const ink = INK[colour];
  const shade = { fill: ink, 'fill-opacity': 0.11 };
  const stroke = { stroke: ink, 'stroke-dasharray': '5 4' };
  return axis === 'x'
    ? svg(
        'g',
        {},
        atMost ? rectangle(at, AREA.top, AREA.right, AREA.bottom, shade) : rectangle(AREA.left, AREA.top, at, AREA.bottom, shade),
        line(at, AREA.top, at, AREA.bottom, stroke),
        beside(label, at, AREA.bottom - 8 - 15 * index, ink),
      )
    : svg(
        'g',
        {},
        atMost ? rectangle(AREA.left, AREA.top, AREA.right, at, shade) : rectangle(AREA.left, at, AREA.right, AREA.bottom, shade),
        line(AREA.left, at, AREA.right, at, stroke),
        svg('text', { x: AREA.right - 5, y: at - 5, 'text-anchor': 'end', fill: ink }, label),
      );
}

/**
 * A text on that side of a place where there is room for it.
 *
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 * @param {number} [gap]
 */
function beside(text, x, y, ink, gap = 5) {
  const right = x + gap + text.length * 7.2 < AREA.right;
  return svg('text', { x: round(x + (right ? gap : -gap)), y: round(y), 'text-anchor': right ? 'start' : 'end', fill: ink }, text);
}

/**
 * @param {Plot} plot
 * @param {Layer} layer
 * @param {Scales} scales
 */
function layerOf(plot, layer, scales) {
  const { look, colour, spots } = layer;
  const ink = INK[colour];
  const places = spots.map(spot => ({ spot, x: scales.x(spot.x), y: scales.y(spot.y) }));
  return svg(
    'g',
    {},
    look === 'front' && places.length > 1
      ? svg('path', { d: steps(places, plot.x.direction === 'MINIMIZE'), fill: 'none', stroke: ink, 'stroke-width': 2 })
      : null,
    ...places.flatMap(({ spot, x, y }) => [
      ...whiskersOf(spot, x, y, scales, ink),
      mark(look, x, y, ink, isForetold(spot), [titleOf(layer, spot), ...wordsOf(plot, spot)].join('\n')),
      spot.name ? beside(spot.name, x, y + 4, TEXT, 11) : null,
    ]),
  );
}

/**
 * @param {{ x: number, y: number }[]} places from left to right
 * @param {boolean} before whether the step is at the point before or after
 */
function steps(places, before) {
  const [first, ...rest] = places.map(({ x, y }) => ({ x: round(x), y: round(y) }));
  return `M${first.x} ${first.y}` + rest.map(({ x, y }) => (before ? `H${x}V${y}` : `V${y}H${x}`)).join('');
}

/**
 * @param {Spot} spot
 * @param {number} x
 * @param {number} y
 * @param {Scales} scales
 * @param {string} ink
 */
function whiskersOf({ xLow, xHigh, yLow, yHigh }, x, y, scales, ink) {
  const path = (/** @type {string} */ d) => svg('path', { d, fill: 'none', stroke: ink });
  const across = xLow === undefined || xHigh === undefined ? null : [round(scales.x(xLow)), round(scales.x(xHigh))];
  const up = yLow === undefined || yHigh === undefined ? null : [round(scales.y(yLow)), round(scales.y(yHigh))];
  const [px, py] = [round(x), round(y)];
  return [
    across && path(`M${across[0]} ${py}H${across[1]}M${across[0]} ${py - 3}v6M${across[1]} ${py - 3}v6`),
    up && path(`M${px} ${up[0]}V${up[1]}M${px - 3} ${up[0]}h6M${px - 3} ${up[1]}h6`),
  ];
}

/**
 * @param {Layer['look']} look
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 * @param {boolean} hollow
 * @param {string} [words]
 */
function mark(look, x, y, ink, hollow, words) {
  const [px, py] = [round(x), round(y)];
  const title = words ? svg('title', {}, words) : null;
  switch (look) {
    case 'infeasible':
      return svg('path', { d: `M${px - 3} ${py - 3}l6 6m0 -6l-6 6`, stroke: ink, fill: 'none' }, title);
    case 'again':
      return svg('circle', { cx: px, cy: py, r: 8, fill: 'none', stroke: ink, 'stroke-width': 2 }, title);
    case 'baseline':
      return svg('path', { d: `M${px} ${py - 6}l6 6l-6 6l-6 -6z`, fill: ink }, title);
    default:
      return svg(
        'circle',
        { cx: px, cy: py, r: look === 'front' ? 4 : 3, fill: hollow ? '#ffffff' : ink, stroke: hollow ? ink : 'none' },
        title,
      );
  }
}

/** @param {Layer[]} layers */
function legendOf(layers) {
  let x = AREA.left;
  return svg(
    'g',
    { fill: TEXT },
    ...layers.flatMap(({ label, look, colour }) => {
      const at = x;
      x += 34 + label.length * 7.2;
      return [mark(look, at + 8, HEIGHT - 20, INK[colour], false), svg('text', { x: at + 20, y: HEIGHT - 16 }, label)];
    }),
  );
}

/** @param {number} value a hundredth of a pixel is enough */
const round = value => Math.round(value * 100) / 100;

/**
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 * @param {import('../dom.js').Attributes} paint
 */
const rectangle = (left, top, right, bottom, paint) =>
  svg('rect', { x: round(left), y: round(top), width: Math.max(0, round(right - left)), height: Math.max(0, round(bottom - top)), ...paint });

/**
 * @param {number} x1
 * @param {number} y1
 * @param {number} x2
 * @param {number} y2
 * @param {import('../dom.js').Attributes} paint
 */
const line = (x1, y1, x2, y2, paint) => svg('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), ...paint });

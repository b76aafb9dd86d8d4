// Mean courses of strategies with their confidence bands.

import { colour, legend, metricAxis, themed, tooltip, valueAxis, wholeAxis } from '../charts/chart-theme.js';
import { h, put, svg } from '../dom.js';
import { compact, measure } from '../format.js';
import { namesOf } from './names.js';

const COLOURS = 8;
const DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
/** Of a hexadecimal colour. */
const TRANSLUCENT = '26';

const colourName = (/** @type {number} */ place) => `series-${(place % COLOURS) + 1}`;
const dash = (/** @type {number} */ place) => DASHES[Math.floor(place / COLOURS) % DASHES.length];

/**
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLElement} boxes where a strategy can be taken out of the chart
 */
export function coursesChart(canvas, boxes) {
  /** @type {ComparedStrategy[]} */
  let strategies = [];
  /** @type {string[]} */
  let names = [];
  /** @type {Axis | null} */
  let axis = null;
  /** @type {Set<number>} */
  const hidden = new Set();

  const value = (/** @type {number} */ y) => (axis ? measure(y, axis.unit) : compact(y));
  const draw = themed(canvas, 'line', () => ({
    datasets: strategies.flatMap((strategy, place) => (hidden.has(place) ? [] : datasets(strategy, place, names[place]))),
    options: {
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: { x: wholeAxis('Evaluations'), y: axis ? metricAxis(axis) : valueAxis('Hypervolume, each objective in [0, 1]') },
      plugins: {
        legend: legend(false),
        tooltip: {
          ...tooltip({
            title: items => items.slice(0, 1).map(item => `After ${item.raw.x} evaluations`).join(''),
            label: item => `${item.dataset.label} ${value(item.raw.y)}`,
          }),
          filter: (/** @type {any} */ item) => item.dataset.label !== '',
        },
      },
    },
  }));

  const offer = () =>
    put(
      boxes,
      ...strategies.map((_, place) => {
        const line = svg('line', { x1: 0, y1: 6, x2: 30, y2: 6, 'stroke-dasharray': dash(place).join(' ') });
        line.style.stroke = `var(--${colourName(place)})`;
        const box = h('input', { type: 'checkbox', checked: !hidden.has(place), onchange: () => toggle(place, box.checked) });
        return h('label', { class: 'check' }, box, svg('svg', { viewBox: '0 0 30 12', 'aria-hidden': 'true' }, line), ` ${names[place]}`);
      }),
    );

  const toggle = (/** @type {number} */ place, /** @type {boolean} */ shown) => {
    hidden[shown ? 'delete' : 'add'](place);
    draw();
  };

  return (/** @type {ComparedStrategy[]} */ all, /** @type {Axis | null} */ of) => {
    const first = strategies.length === 0;
    strategies = all;
    names = namesOf(all);
    axis = of;
    if (first) {
      offer();
    }
    draw();
  };
}

/**
 * The band stands below its line: from the lower bound, which is not drawn, up to the upper one.
 *
 * @param {ComparedStrategy} compared
 * @param {number} place
 * @param {string} name
 * @returns {ChartDataset[]}
 */
function datasets({ curve }, place, name) {
  const shade = colour(colourName(place));
  const bound = (/** @type {2 | 3} */ at, /** @type {string | false} */ fill) => ({
    label: '',
    data: curve.map(point => ({ x: point[0], y: point[at] })),
    fill,
    backgroundColor: shade + TRANSLUCENT,
    borderWidth: 0,
    pointRadius: 0,
    pointHoverRadius: 0,
  });
  return [
    bound(2, false),
    bound(3, '-1'),
    {
      label: name,
      data: curve.map(([x, y]) => ({ x, y })),
      borderColor: shade,
      backgroundColor: shade,
      borderWidth: 2,
      borderDash: dash(place),
      pointRadius: 0,
      pointHoverRadius: 4,
    },
  ];
}

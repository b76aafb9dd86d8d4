// The points of fronts as rows: of a table on the page, and of a CSV file.

import { h, one, put } from '../dom.js';
import { targetName } from '../aggregate.js';
import { capital, interval, keyOf, measure, metricOn } from '../format.js';
import { csv } from '../download.js';
import { sourceOf } from '../trial/measurement-rows.js';

/** @param {Front} front */
const deviceOf = ({ x, y }) => x.target ?? y.target ?? '';

/**
 * @param {HTMLElement} details
 * @param {Front[]} fronts one, or one for each target
 * @param {(trial: number) => string} link
 */
export function showTable(details, fronts, link) {
  const several = fronts.length > 1;
  const heading = (/** @type {string} */ text, /** @type {string} */ kind = '') => h('th', { scope: 'col', class: kind }, h('span', { class: 'heading' }, text));
  const name = (/** @type {'x' | 'y'} */ axis) => capital(metricOn(several ? { metric: fronts[0][axis].metric } : fronts[0][axis]));
  put(
    one('thead', details),
    h(
      'tr',
      {},
      several && heading('Target'),
      heading('Trial', 'number'),
      heading(name('x'), 'number'),
      heading('95 % interval', 'number'),
      heading(name('y'), 'number'),
      heading('Source'),
      heading('Architecture'),
    ),
  );
  put(one('tbody', details), ...fronts.flatMap(front => front.points.map(point => row(front, point, several, link))));
}

/**
 * @param {Front} front
 * @param {FrontPoint} point
 * @param {boolean} several
 * @param {(trial: number) => string} link
 */
function row(front, point, several, link) {
  return h(
    'tr',
    {},
    several && h('th', { scope: 'row' }, targetName(deviceOf(front))),
    h('td', { class: 'number' }, h('a', { href: link(point.trial) }, point.trial)),
    h('td', { class: 'number' }, measure(point.x, front.x.unit)),
    h('td', { class: 'number' }, interval(point.low, point.high, front.x.unit)),
    h('td', { class: 'number' }, measure(point.y, front.y.unit)),
    h('td', {}, howKnown(front, point)),
    h(
      'td',
      {},
      front.knee?.trial === point.trial && h('span', { class: 'label', title: 'Best trade-off' }, 'knee'),
      h('code', { class: 'clipped', title: point.architecture.text }, point.architecture.text),
    ),
  );
}

/**
 * @param {{ x: Axis }} axes
 * @param {FrontPoint} point
 */
function howKnown({ x }, { source, measuredAgain }) {
  const again = measuredAgain ? `measured again, ${measure(measuredAgain.value, x.unit)}` : '';
  return [source ? sourceOf(source) : '', again].filter(Boolean).join('; ') || '–';
}

/** @param {Front[]} fronts one, or one for each target @returns {string} */
export function csvOf(fronts) {
  const rows = fronts.flatMap(front =>
    front.points.map(({ trial, x, low, high, y, source, measuredAgain, architecture }) =>
      [deviceOf(front), trial, x, low, high, y, source, measuredAgain?.value, architecture.text]));
  const [{ x, y }] = fronts;
  const name = (/** @type {Axis} */ axis) => (fronts.length > 1 ? axis.metric : keyOf(axis));
  return csv([['target', 'trial', name(x), 'low', 'high', name(y), 'source', 'measured_again', 'architecture'], ...rows]);
}

// Measurements as rows of a table: value, how sure it is, how it was got.

import { h } from '../dom.js';
import { capital, interval, measure, metricOn } from '../format.js';

/** @param {Measurement} measurement */
export function measurementRow({ metric, target, value, unit, p95, spread, low, high, source, steady }) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, capital(metricOn({ metric, target }))),
    h('td', { class: 'number' }, measure(value, unit)),
    h('td', { class: 'number' }, interval(low, high, unit)),
    h('td', { class: 'number' }, measure(p95, unit)),
    h('td', { class: 'number' }, typeof spread === 'number' ? `±${measure(spread, 'ratio')}` : '–'),
    h('td', {}, sourceOf(source) + (steady === false ? ', did not settle' : '')),
  );
}

/** @param {string} source of a measurement */
export const sourceOf = source => (source === 'TABLE' ? 'from a table' : source.toLowerCase());

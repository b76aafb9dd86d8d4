// The rows of objectives and constraints.

import { h, options, put } from '../dom.js';
import { capital, metricName, unitLabel } from '../format.js';

/**
 * @typedef {object} Kind
 * @property {string} path in the request: "objectives"
 * @property {string} singular "objective"
 * @property {[property: string, label: string][]} numbers what a row asks for besides metric and target
 */

/** @type {Kind} */
export const OBJECTIVES = { path: 'objectives', singular: 'objective', numbers: [['goal', 'Goal']] };

/** @type {Kind} */
export const CONSTRAINTS = {
  path: 'constraints',
  singular: 'constraint',
  numbers: [['atMost', 'At most'], ['atLeast', 'At least']],
};

/**
 * @param {HTMLElement} container
 * @param {Kind} kind
 * @param {MetricInfo[]} metrics that may be chosen
 * @param {() => string[]} targets chosen at present
 * @param {() => void} changed
 */
export function metricRows(container, kind, metrics, targets, changed) {
  /** @type {{ element: HTMLElement, metric: HTMLSelectElement, target: HTMLSelectElement, numbers: HTMLInputElement[] }[]} */
  let rows = [];

  const info = (/** @type {string} */ key) => metrics.find(metric => metric.key === key);

  /** Paths follow the place of a row, because the service's errors do. */
  const number = () =>
    rows.forEach((row, index) => {
      const path = `${kind.path}[${index}]`;
      row.element.dataset.field = path;
      row.element.setAttribute('aria-label', `${capital(kind.singular)} ${index + 1}`);
      row.metric.dataset.field = `${path}.metric`;
      row.target.dataset.field = `${path}.target`;
      row.numbers.forEach((input, at) => (input.dataset.field = `${path}.${kind.numbers[at][0]}`));
    });

  const adapt = () =>
    rows.forEach(({ metric, target, numbers }) => {
      const chosen = info(metric.value);
      options(target, targets().map(name => ({ value: name, text: name })));
      const label = /** @type {HTMLElement} */ (target.closest('label'));
      label.hidden = !chosen?.needsTarget;
      for (const input of numbers) {
        const unit = input.closest('label')?.querySelector('.unit');
        put(/** @type {Element} */ (unit), chosen?.unit === 'ratio' ? '0 to 1' : unitLabel(chosen?.unit ?? '1'));
      }
    });

  const add = (/** @type {Record<string, any>} */ values = {}) => {
    const metric = h('select', { onchange: () => { adapt(); changed(); } });
    options(metric, metrics.map(({ key, direction }) => ({
      value: key,
      text: metricName(key) + (kind.singular === OBJECTIVES.singular ? (direction === 'MAXIMIZE' ? ' ↑ most' : ' ↓ least') : ''),
    })), values.metric);
    const target = h('select', { onchange: changed });
    options(target, targets().map(name => ({ value: name, text: name })), values.target);
    const numbers = kind.numbers.map(([property]) =>
      h('input', { type: 'number', step: 'any', value: values[property] ?? '', oninput: changed }),
    );
    const row = {
      metric,
      target,
      numbers,
      element: h(
        'div',
        { class: 'row field', role: 'group' },
        h('label', {}, 'Metric', metric),
        h('label', {}, 'Target', target),
        ...numbers.map((input, at) =>
          h('label', {}, h('span', {}, kind.numbers[at][1], ' ', h('span', { class: 'unit' })), input),
        ),
        h('button', { type: 'button', class: 'quiet', onclick: () => remove(row) }, `Remove`, h('span', { class: 'visually-hidden' }, ` ${kind.singular}`)),
      ),
    };
    rows.push(row);
    container.append(row.element);
    number();
    adapt();
    return row;
  };

  const remove = (/** @type {(typeof rows)[number]} */ row) => {
    const place = rows.indexOf(row);
    rows = rows.filter(other => other !== row);
    row.element.remove();
    number();
    changed();
    const next = rows[Math.min(place, rows.length - 1)];
    (next?.metric ?? container.parentElement?.querySelector(`#add-${kind.singular}`))?.focus();
  };

  return {
    adapt,
    add(/** @type {Record<string, any>} */ values) {
      const row = add(values);
      changed();
      row.metric.focus();
    },
    set(/** @type {Record<string, any>[]} */ all) {
      rows = [];
      put(container);
      all.forEach(add);
    },
    read() {
      return rows.map(({ metric, target, numbers }) => ({
        metric: metric.value,
        ...(info(metric.value)?.needsTarget ? { target: target.value } : {}),
        ...Object.fromEntries(
          numbers.flatMap((input, at) => (input.value === '' ? [] : [[kind.numbers[at][0], Number(input.value)]])),
        ),
      }));
    },
    get count() {
      return rows.length;
    },
  };
}

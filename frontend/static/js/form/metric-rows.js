// The rows of objectives and constraints.

import { h, one, options, put } from '../dom.js';
import { capital, metricName, unitLabel } from '../format.js';

/**
 * @typedef {object} Kind
 * @property {string} path in the request: "objectives"
 * @property {string} singular "objective"
 * @property {[property: string, label: string][]} numbers what a row asks for besides metric and target
 */

/** @type {Kind} */
export const OBJECTIVES = { path: 'objectives', singular: 'objective', numbers: [['goal', 'Goal']] };

/** How sure a predicted value must be within the bounds: a share, whatever the metric's unit. */
const CONFIDENCE = 'confidence';

/** @type {Kind} */
export const CONSTRAINTS = {
  path: 'constraints',
  singular: 'constraint',
  numbers: [['atMost', 'At most'], ['atLeast', 'At least'], [CONFIDENCE, 'Confidence']],
};

/**
 * @param {HTMLElement} container
 * @param {Kind} kind
 * @param {MetricInfo[]} metrics that may be chosen
 * @param {() => string[]} targets chosen at present
 * @param {() => void} changed
 */
export function metricRows(container, kind, metrics, targets, changed) {
  /** @type {{ element: HTMLElement, metric: HTMLSelectElement, target: HTMLSelectElement, numbers: HTMLInputElement[], written?: string }[]} */
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
    rows.forEach(({ metric, target, numbers, written }) => {
      const chosen = info(metric.value);
      options(target, choices(metric, written));
      const label = /** @type {HTMLElement} */ (target.closest('label'));
      label.hidden = !chosen?.needsTarget;
      numbers.forEach((input, at) => {
        const sure = kind.numbers[at][0] === CONFIDENCE;
        const around = /** @type {HTMLElement} */ (input.closest('label'));
        around.hidden = sure && !chosen?.needsTarget;
        put(one('.unit', around), sure || chosen?.unit === 'ratio' ? '0 to 1' : unitLabel(chosen?.unit ?? '1'));
      });
    });

  /** What was written before, one target, or all of them at once: the worst of their values, or the sum. */
  const choices = (/** @type {HTMLSelectElement} */ metric, /** @type {string | undefined} */ written) => {
    const names = targets();
    const worst = info(metric.value)?.direction === 'MAXIMIZE' ? 'min' : 'max';
    const all = names.length < 2
      ? []
      : [[`${worst}(${names.join(',')})`, 'all: the worst'], [`sum(${names.map(name => `1*${name}`).join(',')})`, 'all: the sum']];
    const own = written?.includes('(') && all.every(([value]) => value !== written) ? [[written, written]] : [];
    return [...names.map(name => [name, name]), ...all, ...own].map(([value, text]) => ({ value, text }));
  };

  const add = (/** @type {Record<string, any>} */ values = {}) => {
    const metric = h('select', { onchange: () => { adapt(); changed(); } });
    options(metric, metrics.map(({ key, direction }) => ({
      value: key,
      text: metricName(key) + (kind.singular === OBJECTIVES.singular ? (direction === 'MAXIMIZE' ? ' ↑ most' : ' ↓ least') : ''),
    })), values.metric);
    const target = h('select', { onchange: changed });
    options(target, choices(metric, values.target), values.target);
    const numbers = kind.numbers.map(([property]) =>
      h('input', { type: 'number', step: 'any', value: values[property] ?? '', oninput: changed }),
    );
    const row = {
      written: values.target,
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
          numbers.flatMap((input, at) =>
            input.value === '' || /** @type {HTMLElement} */ (input.closest('label')).hidden ? [] : [[kind.numbers[at][0], Number(input.value)]]),
        ),
      }));
    },
    get count() {
      return rows.length;
    },
  };
}

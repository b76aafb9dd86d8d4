// The dialog that says which trial to take where a cost must keep within a limit.

import { targetName } from '../aggregate.js';
import { get, query, url } from '../api.js';
import { h, one, options, put, select, showFailure } from '../dom.js';
import { capital, interval, measure, metricName, metricOn, unitLabel } from '../format.js';
import { submitting } from '../form/submitting.js';
import { sourceOf } from '../trial/measurement-rows.js';
import { infeasibleWords } from './infeasible.js';

const FORMATS = { onnx: 'ONNX', dl4j: 'DL4J', java: 'Java', bundle: 'Bundle' };

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLButtonElement} opener
 * @param {string} id of the experiment
 * @param {(trial: number) => string} link
 * @param {string[]} targets
 * @param {MetricInfo[]} metrics
 */
export function recommendationDialog(dialog, opener, id, link, targets, metrics) {
  const form = /** @type {HTMLFormElement} */ (one('form', dialog));
  const result = one('.result', dialog);
  const limit = /** @type {HTMLInputElement} */ (one('input[name="atMost"]', form));
  const choice = { metric: select(form, 'metric'), target: select(form, 'target') };
  const costs = metrics.filter(({ direction, searchable, needsTarget }) => searchable && direction === 'MINIMIZE' && (!needsTarget || targets.length > 0));
  const chosen = () => costs.find(({ key }) => key === choice.metric.value);

  const adapt = () => {
    one('[data-role="target"]', form).hidden = !chosen()?.needsTarget;
    put(one('.unit', form), unitLabel(chosen()?.unit ?? '1'));
    put(result);
  };
  options(choice.metric, costs.map(({ key }) => ({ value: key, text: metricName(key) })), 'latency');
  options(choice.target, targets.map(name => ({ value: name, text: targetName(name) })));
  adapt();
  choice.metric.addEventListener('change', adapt);
  choice.target.addEventListener('change', () => put(result));
  opener.hidden = false;
  opener.addEventListener('click', () => dialog.showModal());
  one('.close', dialog).addEventListener('click', () => dialog.close());

  submitting(form, async () => {
    const asked = query({ metric: choice.metric.value, target: chosen()?.needsTarget ? choice.target.value : null, atMost: limit.value.trim() });
    /** @type {Recommendation} */
    const found = await get(`/experiments/${id}/recommendation${asked}`);
    show(found);
  });

  /** @param {Recommendation} found */
  const show = found => {
    const rows = rowsOf(found);
    const unit = chosen()?.unit ?? '1';
    const axis = /** @type {Axis} */ ({ metric: found.metric, target: found.target, unit, direction: 'MINIMIZE' });
    put(
      result,
      found.infeasibility ? h('div', { class: 'notice' }, ...infeasibleWords(found.infeasibility, metrics, link)) : null,
      !found.infeasibility && rows.length === 0 ? h('p', {}, 'No trial has both values yet.') : null,
      rows.length > 0
        ? h(
            'div',
            { class: 'table-box', tabindex: 0, role: 'region', 'aria-label': 'Recommended trials' },
            h('table', {}, h('caption', { class: 'visually-hidden' }, 'Recommended trials'), heading(axis, found.quality), h('tbody', {}, ...rows.map(row(axis, found.quality)))),
          )
        : null,
    );
  };

  /**
   * @param {Axis} x
   * @param {Axis} y
   */
  const row = (x, y) => (/** @type {{ roles: string[], point: FrontPoint }} */ { roles, point }) => {
    const files = h('td', { class: 'files' }, '…');
    offerFiles(files, point.trial).catch(showFailure);
    return h(
      'tr',
      { class: roles.includes('best') && 'chosen' },
      h('th', { scope: 'row' }, roles.join(', ')),
      h('td', { class: 'number' }, h('a', { href: link(point.trial), title: point.architecture.text }, point.trial)),
      h('td', { class: 'number' }, measure(point.x, x.unit)),
      h('td', { class: 'number' }, interval(point.low, point.high, x.unit)),
      h('td', { class: 'number' }, measure(point.y, y.unit)),
      h('td', {}, point.source ? sourceOf(point.source) : '–'),
      files,
    );
  };

  /**
   * @param {HTMLElement} cell
   * @param {number} number of a trial
   */
  const offerFiles = async (cell, number) => {
    /** @type {Trial} */
    const { links } = await get(`/experiments/${id}/trials/${number}`);
    const file = (/** @type {string} */ format) => url(`/experiments/${id}/trials/${number}/model?format=${format}`);
    put(
      cell,
      ...(links?.model
        ? Object.entries(FORMATS).flatMap(([format, text]) => [
            h('a', { href: file(format), download: true, 'aria-label': `${text} of trial ${number}` }, text),
            ' ',
          ])
        : ['no model']),
    );
  };
}

/**
 * Each trial once, with all that it is.
 *
 * @param {Recommendation} found
 */
function rowsOf({ best, knee, alternatives }) {
  /** @type {Map<number, { roles: string[], point: FrontPoint }>} */
  const rows = new Map();
  const add = (/** @type {string} */ role, /** @type {FrontPoint | null | undefined} */ point) => {
    if (point) {
      const known = rows.get(point.trial);
      if (!known) {
        rows.set(point.trial, { roles: [role], point });
      } else if (role !== 'alternative') {
        known.roles.push(role);
      }
    }
  };
  add('best', best);
  add('knee', knee);
  alternatives.forEach(point => add('alternative', point));
  return [...rows.values()];
}

/**
 * @param {Axis} x
 * @param {Axis} y
 */
function heading(x, y) {
  const cell = (/** @type {string} */ text, /** @type {string} */ kind = '') => h('th', { scope: 'col', class: kind }, h('span', { class: 'heading' }, text));
  return h(
    'thead',
    {},
    h(
      'tr',
      {},
      cell('What'),
      cell('Trial', 'number'),
      cell(capital(metricOn(x)), 'number'),
      cell('95 % interval', 'number'),
      cell(capital(metricOn(y)), 'number'),
      cell('Source'),
      cell('Model'),
    ),
  );
}

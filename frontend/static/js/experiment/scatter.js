// The panel with two metrics against each other, and its words.

import { get, query } from '../api.js';
import { scatterChart, series } from '../charts/chart-scatter.js';
import { h, one, options, put, select, showFailure } from '../dom.js';
import { capital, counted, measure, metricName, metricOn } from '../format.js';
import { released } from '../refresh.js';

/**
 * @param {HTMLElement} panel
 * @param {string} id
 * @param {(trial: number) => string} link
 */
export function scatterPanel(panel, id, link) {
  const canvas = /** @type {HTMLCanvasElement} */ (one('canvas', panel));
  const details = /** @type {HTMLDetailsElement} */ (one('details', panel));
  const zoom = /** @type {HTMLInputElement} */ (one('input[name="zoom"]', panel));
  const choice = { target: select(panel, 'target'), x: select(panel, 'x'), y: select(panel, 'y') };
  const show = scatterChart(canvas, trial => location.assign(link(trial)));

  /** @type {BaselineInfo[]} */
  let baselines = [];
  /** @type {Set<string>} */
  let onTarget = new Set();
  const parameters = () => {
    const needed = onTarget.has(choice.x.value) || onTarget.has(choice.y.value);
    return query({ target: needed ? choice.target.value : null, x: choice.x.value, y: choice.y.value });
  };

  const refreshTable = async () => {
    if (details.open) {
      /** @type {Front} */
      const front = await get(`/experiments/${id}/front${parameters()}`);
      await released();
      showTable(details, front, link);
    }
  };
  const refresh = async () => {
    const answer = /** @type {Points} */ (await get(`/experiments/${id}/trials/points${parameters()}`));
    const marks = marksOf(baselines, answer);
    show(answer, zoom.checked, marks);
    const words = [summary(answer), ...marks.map(mark => compared(mark, answer))].join(' ');
    one('#scatter-summary').textContent = words;
    canvas.setAttribute('aria-label', `${capital(metricOn(answer.y))} against ${metricOn(answer.x)}. ${words}`);
    await refreshTable();
  };
  const now = () => refresh().catch(showFailure);
  // A metric against itself shows nothing.
  const keepApart = () => {
    for (const [axis, other] of [[choice.x, choice.y], [choice.y, choice.x]]) {
      [...axis.options].forEach(option => (option.disabled = option.value === other.value));
    }
  };
  for (const control of [...Object.values(choice), zoom]) {
    control.addEventListener('change', () => {
      keepApart();
      now();
    });
  }
  details.addEventListener('toggle', () => refreshTable().catch(showFailure));

  return {
    refresh,
    /** @param {BaselineInfo[]} models from elsewhere, to be drawn beside the trials */
    compareWith(models) {
      baselines = models;
      now();
    },
    /**
     * Offers what can be drawn.
     *
     * @param {Experiment} experiment
     * @param {MetricInfo[]} metrics
     */
    offer({ spec }, metrics) {
      onTarget = new Set(metrics.filter(metric => metric.needsTarget).map(metric => metric.key));
      const drawn = metrics.filter(metric => !metric.needsTarget || spec.hardwareTargets.length > 0);
      const named = drawn.map(metric => ({ value: metric.key, text: metricName(metric.key) }));
      const [first, second] = axes(spec);
      const target = spec.objectives.find(objective => objective.target)?.target;
      options(choice.target, spec.hardwareTargets.map(name => ({ value: name, text: name })), target ?? undefined);
      options(choice.y, named, first);
      options(choice.x, named, second);
      keepApart();
      one('label', panel).hidden = spec.hardwareTargets.length < 2;
    },
  };
}

/**
 * Accuracy goes up and cost goes across, whatever their order; a single objective is set against latency, or where nothing
 * is measured on a target against the number of parameters.
 *
 * @param {ExperimentSpec} spec
 */
function axes({ objectives, hardwareTargets }) {
  const keys = objectives.map(objective => objective.metric);
  const up = keys.find(key => key === 'accuracy') ?? (keys.length > 1 ? keys[0] : 'accuracy');
  const usual = hardwareTargets.length > 0 ? ['latency', 'parameters'] : ['parameters'];
  return [up, [...keys, ...usual].find(key => key !== up) ?? 'macs'];
}

/**
 * Those that have both values.
 *
 * @param {BaselineInfo[]} baselines
 * @param {Points} answer
 * @returns {import('../charts/chart-scatter.js').Mark[]}
 */
function marksOf(baselines, { x, y }) {
  const valueOf = (/** @type {BaselineInfo} */ { measurements }, /** @type {Axis} */ axis) =>
    measurements.find(({ metric, target }) => metric === axis.metric && (target ?? null) === (axis.target ?? null))?.value;
  return baselines.flatMap(baseline => {
    const [across, up] = [valueOf(baseline, x), valueOf(baseline, y)];
    return across === undefined || up === undefined ? [] : [{ name: baseline.name, x: across, y: up }];
  });
}

/**
 * @param {import('../charts/chart-scatter.js').Mark} mark
 * @param {Points} answer
 */
const compared = (mark, { x, y }) => `Baseline ${mark.name}: ${measure(mark.y, y.unit)} at ${measure(mark.x, x.unit)}.`;

/** @param {Points} answer */
function summary(answer) {
  const { front, dominated, infeasible } = series(answer);
  const all = front.points.length + dominated.points.length + infeasible.points.length;
  if (all === 0) {
    return 'No trial has both values yet.';
  }
  if (front.points.length === 0) {
    return `${counted(all, 'trial')}, none of them feasible.`;
  }
  const best = (/** @type {'x' | 'y'} */ axis) => {
    const sign = answer[axis].direction === 'MINIMIZE' ? 1 : -1;
    const point = front.points.reduce((a, b) => (sign * b[axis] < sign * a[axis] ? b : a));
    return `best ${metricOn(answer[axis])} ${measure(point[axis], answer[axis].unit)}`;
  };
  return `${counted(all, 'trial')}, ${front.points.length} on the front: ${best('y')}, ${best('x')}.`;
}

/**
 * @param {HTMLElement} details
 * @param {Front} front
 * @param {(trial: number) => string} link
 */
function showTable(details, front, link) {
  put(
    one('thead', details),
    h(
      'tr',
      {},
      h('th', { scope: 'col', class: 'number' }, 'Trial'),
      h('th', { scope: 'col', class: 'number' }, capital(metricOn(front.x))),
      h('th', { scope: 'col', class: 'number' }, capital(metricOn(front.y))),
      h('th', { scope: 'col' }, 'Architecture'),
    ),
  );
  put(
    one('tbody', details),
    ...front.points.map(point =>
      h(
        'tr',
        {},
        h('td', { class: 'number' }, h('a', { href: link(point.trial) }, point.trial)),
        h('td', { class: 'number' }, measure(point.x, front.x.unit)),
        h('td', { class: 'number' }, measure(point.y, front.y.unit)),
        h(
          'td',
          {},
          front.knee?.trial === point.trial && h('span', { class: 'label', title: 'Best trade-off' }, 'knee'),
          h('code', { class: 'clipped', title: point.architecture.text }, point.architecture.text),
        ),
      ),
    ),
  );
}

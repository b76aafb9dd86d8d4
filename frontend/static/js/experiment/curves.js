// How the search has come along: hypervolume and best values, against trials or time.

import { get, query } from '../api.js';
import { lineChart } from '../charts/chart-lines.js';
import { metricAxis, valueAxis, wholeAxis } from '../charts/chart-theme.js';
import { one, options, select } from '../dom.js';
import { capital, keyOf, measure, metricOn, span } from '../format.js';

const POINTS = 500;

/**
 * @param {HTMLElement} hypervolume panel
 * @param {HTMLElement} best panel
 * @param {string} id
 * @param {Objective[]} objectives
 * @param {MetricInfo[]} metrics
 */
export function curvePanels(hypervolume, best, id, objectives, metrics) {
  const against = select(hypervolume, 'against');
  const metric = select(best, 'metric');
  const showHypervolume = chartOf(hypervolume);
  const showBest = chartOf(best);
  const unit = unitOfVolume(objectives, metrics);
  /** @type {SearchHistory} */
  let history = { points: [] };

  const draw = () => {
    const across = against.value === 'time' ? overTime(history) : overTrials;
    showHypervolume(hypervolumeOf(history, unit, across));
    const objective = objectives.find(each => keyOf(each) === metric.value) ?? objectives[0];
    showBest(bestOf(history, objective, metrics, across));
  };
  options(metric, objectives.map(each => ({ value: keyOf(each), text: metricOn(each) })));
  one('label', best).hidden = objectives.length < 2;
  against.addEventListener('change', draw);
  metric.addEventListener('change', draw);
  return async () => {
    history = await get(`/experiments/${id}/history${query({ points: POINTS })}`);
    draw();
  };
}

/** @typedef {{ axis: () => object, x: (point: HistoryPoint) => number, at: (x: number) => string }} Across */
/** @typedef {import('../charts/chart-lines.js').Lines & { words: string }} Curve */

/** @type {Across} */
const overTrials = {
  axis: () => wholeAxis('Trials finished'),
  x: point => point.sequence,
  at: x => `After ${x} ${x === 1 ? 'trial' : 'trials'}`,
};

/**
 * In minutes from ten minutes on, in hours from ten hours on.
 *
 * @param {SearchHistory} history
 * @returns {Across}
 */
function overTime(history) {
  const last = history.points.at(-1)?.elapsedSeconds ?? 0;
  const [unit, size] = last >= 36000 ? ['h', 3600] : last >= 600 ? ['min', 60] : ['s', 1];
  return {
    axis: () => valueAxis(`Time (${unit})`),
    x: point => point.elapsedSeconds / Number(size),
    at: x => `After ${span(x * Number(size))}`,
  };
}

/**
 * @param {HTMLElement} panel
 * @returns {(curve: Curve) => void}
 */
function chartOf(panel) {
  const canvas = /** @type {HTMLCanvasElement} */ (one('canvas', panel));
  const show = lineChart(canvas);
  return curve => {
    show(curve);
    one('.summary', panel).textContent = curve.words;
    canvas.setAttribute('aria-label', curve.words);
  };
}

/**
 * The product of the objectives' units, as far as they have one: "ms".
 *
 * @param {Objective[]} objectives
 * @param {MetricInfo[]} metrics
 */
const unitOfVolume = (objectives, metrics) =>
  objectives
    .map(({ metric }) => metrics.find(({ key }) => key === metric)?.unit ?? '1')
    .filter(unit => unit !== 'ratio' && unit !== '1')
    .join('·') || '1';

/**
 * @param {SearchHistory} history
 * @param {string} unit
 * @param {Across} across
 * @returns {Curve}
 */
function hypervolumeOf({ points }, unit, across) {
  const known = points.filter(point => typeof point.hypervolume === 'number');
  const last = known.at(-1)?.hypervolume;
  return {
    lines: [{
      label: 'hypervolume',
      colour: 'accent',
      stepped: true,
      points: known.map(point => ({ x: across.x(point), y: Number(point.hypervolume) })),
    }],
    x: across.axis,
    y: () => valueAxis(`Hypervolume${unit === '1' ? '' : ` (${unit})`}`),
    at: across.at,
    value: value => measure(value, unit),
    words: last === undefined || last === null ? 'No hypervolume yet.' : `Hypervolume ${measure(last, unit)} so far.`,
  };
}

/**
 * @param {SearchHistory} history
 * @param {Objective} objective
 * @param {MetricInfo[]} metrics
 * @param {Across} across
 * @returns {Curve}
 */
function bestOf({ points }, objective, metrics, across) {
  const { metric, target } = objective;
  const key = keyOf(objective);
  const info = metrics.find(each => each.key === metric);
  const axis = { metric, target, unit: info?.unit ?? '1', direction: info?.direction ?? 'MINIMIZE' };
  const known = points.filter(point => key in point.best);
  const name = metricOn(axis);
  return {
    lines: [{
      label: name,
      colour: 'accent',
      stepped: true,
      points: known.map(point => ({ x: across.x(point), y: point.best[key] })),
    }],
    x: across.axis,
    y: () => metricAxis(axis),
    at: across.at,
    value: value => measure(value, axis.unit),
    words: known.length ? `${capital(name)}: ${measure(known[known.length - 1].best[key], axis.unit)} so far.` : 'No value yet.',
  };
}

// The panel with two metrics against each other, for one target or for several at once, and its words.

import { onTarget, targetName } from '../aggregate.js';
import { get, query } from '../api.js';
import { scatterChart } from '../charts/chart-scatter.js';
import { h, one, options, put, select, upToDate } from '../dom.js';
import { capital, counted, measure, metricName, metricOn } from '../format.js';
import { released } from '../refresh.js';
import { downloads } from './front-downloads.js';
import { showTable } from './front-table.js';
import { infeasibleWords } from './infeasible.js';
import { marksOf, overlayOf, plotOf } from './plot.js';

/** @typedef {{ plot: import('./plot.js').Plot, fronts: Front[], words: string }} Shown */

/**
 * @param {HTMLElement} panel
 * @param {string} id
 * @param {(trial: number) => string} link
 */
export function scatterPanel(panel, id, link) {
  const canvas = /** @type {HTMLCanvasElement} */ (one('canvas', panel));
  const details = /** @type {HTMLDetailsElement} */ (one('#front-details', panel));
  const zoom = /** @type {HTMLInputElement} */ (one('input[name="zoom"]', panel));
  const axes = { x: select(panel, 'x'), y: select(panel, 'y') };
  const show = scatterChart(canvas, trial => location.assign(link(trial)));

  /** @type {BaselineInfo[]} */
  let baselines = [];
  /** @type {MetricInfo[]} */
  let metrics = [];
  /** @type {Constraint[]} */
  let constraints = [];
  /** @type {HTMLInputElement[]} */
  let targets = [];
  /** @type {Shown | null} */
  let shown = null;
  /** Answers to earlier choices must not cover those to later ones. */
  let turn = 0;

  const chosen = () => targets.filter(box => box.checked).map(box => box.value);
  const isOnTarget = () => metrics.some(({ key, needsTarget }) => needsTarget && (key === axes.x.value || key === axes.y.value));
  const parameters = (/** @type {string | undefined} */ target) =>
    query({ target: isOnTarget() ? target : null, x: axes.x.value, y: axes.y.value });

  /** @returns {Promise<Shown>} */
  const fetchAll = async () => {
    const names = chosen();
    const front = (/** @type {string | undefined} */ target) => /** @type {Promise<Front>} */ (get(`/experiments/${id}/front${parameters(target)}`));
    if (names.length > 1 && isOnTarget()) {
      const fronts = await Promise.all(names.map(front));
      return { plot: overlayOf(fronts, baselines, constraints), fronts, words: fronts.map(ofOne).join(' ') };
    }
    const [answer, found] = await Promise.all([
      /** @type {Promise<Points>} */ (get(`/experiments/${id}/trials/points${parameters(names[0])}`)),
      front(names[0]),
    ]);
    return { plot: plotOf(answer, found, baselines, constraints), fronts: [found], words: summary(answer) };
  };
  const refresh = async () => {
    const mine = ++turn;
    const fetched = await fetchAll();
    await released();
    if (mine !== turn) {
      return;
    }
    shown = fetched;
    const { plot, fronts } = shown;
    show(plot, zoom.checked);
    const compared = fronts.flatMap(({ x, y }) => marksOf(baselines, { x, y }).map(mark =>
      `Baseline ${mark.name}${fronts.length > 1 ? onTarget(x.target ?? y.target) : ''}: ${measure(mark.y, y.unit)} at ${measure(mark.x, x.unit)}.`));
    const words = [shown.words, ...compared, ...remarks(plot)].join(' ');
    one('#scatter-summary').textContent = words;
    canvas.setAttribute('aria-label', `${capital(metricOn(plot.y))} against ${metricOn(plot.x)}. ${words}`);
    showInfeasible(fronts);
    if (details.open) {
      showTable(details, fronts, link);
    }
  };
  const now = () => upToDate(refresh());

  const showInfeasible = (/** @type {Front[]} */ fronts) => {
    const why = fronts.find(({ infeasibility }) => infeasibility)?.infeasibility;
    const notice = one('#infeasible', panel);
    notice.hidden = !why;
    put(notice, ...(why ? infeasibleWords(why, metrics, link) : []));
  };
  // A metric against itself shows nothing.
  const keepApart = () => {
    for (const [axis, other] of [[axes.x, axes.y], [axes.y, axes.x]]) {
      [...axis.options].forEach(option => (option.disabled = option.value === other.value));
    }
  };
  const choose = (/** @type {HTMLInputElement} */ box) => {
    // One target at least is shown.
    box.checked ||= chosen().length === 0;
    now();
  };
  for (const control of [...Object.values(axes), zoom]) {
    control.addEventListener('change', () => {
      keepApart();
      now();
    });
  }
  details.addEventListener('toggle', () => details.open && shown && showTable(details, shown.fronts, link));
  downloads(one('#front-files', panel), canvas, () => shown && { ...shown, zoom: zoom.checked });

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
     * @param {MetricInfo[]} known
     */
    offer({ spec }, known) {
      metrics = known;
      constraints = spec.constraints ?? [];
      const names = targetsOf(spec);
      const drawn = metrics.filter(metric => !metric.needsTarget || names.length > 0);
      const named = drawn.map(metric => ({ value: metric.key, text: metricName(metric.key) }));
      const [first, second] = usualAxes(spec);
      const preferred = spec.objectives.find(objective => objective.target)?.target ?? names[0];
      targets = names.map(name =>
        h('input', { type: 'checkbox', name: 'target', value: name, checked: name === preferred, onchange: event => choose(event.target) }));
      put(one('#front-targets .checks', panel), ...targets.map(box => h('label', { class: 'check' }, box, ` ${targetName(box.value)}`)));
      options(axes.y, named, first);
      options(axes.x, named, second);
      keepApart();
      one('#front-targets', panel).hidden = names.length < 2;
    },
  };
}

/**
 * Those that are measured or modelled, and what objectives and limits are made of.
 *
 * @param {ExperimentSpec} spec
 */
export const targetsOf = ({ hardwareTargets, objectives, constraints }) =>
  [...new Set([...hardwareTargets, ...[...objectives, ...(constraints ?? [])].flatMap(({ target }) => target ?? [])])];

/**
 * Accuracy goes up and cost goes across, whatever their order; a single objective is set against latency, or where nothing
 * is measured on a target against the number of parameters.
 *
 * @param {ExperimentSpec} spec
 */
function usualAxes({ objectives, hardwareTargets }) {
  const keys = objectives.map(objective => objective.metric);
  const up = keys.find(key => key === 'accuracy') ?? (keys.length > 1 ? keys[0] : 'accuracy');
  const usual = hardwareTargets.length > 0 ? ['latency', 'parameters'] : ['parameters'];
  return [up, [...keys, ...usual].find(key => key !== up) ?? 'macs'];
}

/** @param {Points} answer */
function summary({ x, y, points }) {
  const front = points.filter(point => point[3]);
  if (points.length === 0) {
    return 'No trial has both values yet.';
  }
  if (front.length === 0) {
    return `${counted(points.length, 'trial')}, none of them feasible.`;
  }
  return `${counted(points.length, 'trial')}, ${front.length} on the front: ${bests({ x, y }, front.map(([, across, up]) => ({ x: across, y: up })))}.`;
}

/** @param {Front} front of one target among several */
function ofOne({ x, y, points }) {
  const name = targetName(String(x.target ?? y.target));
  const plain = { x: { ...x, target: null }, y: { ...y, target: null } };
  return points.length === 0 ? `${name}: nothing yet.` : `${name}: ${points.length} on the front, ${bests(plain, points)}.`;
}

/**
 * @param {{ x: Axis, y: Axis }} axes
 * @param {ChartPoint[]} front
 */
function bests(axes, front) {
  const best = (/** @type {'x' | 'y'} */ axis) => {
    const sign = axes[axis].direction === 'MINIMIZE' ? 1 : -1;
    const point = front.reduce((a, b) => (sign * b[axis] < sign * a[axis] ? b : a));
    return `best ${metricOn(axes[axis])} ${measure(point[axis], axes[axis].unit)}`;
  };
  return `${best('y')}, ${best('x')}`;
}

/** @param {import('./plot.js').Plot} plot @returns {string[]} what its signs mean */
function remarks({ layers, limits }) {
  const spots = layers.filter(({ look }) => look === 'front').flatMap(layer => layer.spots);
  const foretold = spots.filter(({ source }) => source === 'PREDICTED').length;
  const again = spots.filter(spot => spot.again).length;
  return [
    foretold > 0 ? `${counted(foretold, 'hollow point is', 'hollow points are')} predicted.` : '',
    again > 0 ? `${counted(again, 'ringed point was', 'ringed points were')} measured again.` : '',
    limits.length > 0 ? `Shaded: beyond the ${limits.length === 1 ? 'limit' : 'limits'} ${limits.map(({ label }) => label).join(', ')}.` : '',
  ].filter(Boolean);
}

// What the panel of the front shows, as plain data: the chart draws it, and so do the files that are downloaded.

import { onTarget, targetName } from '../aggregate.js';
import { interval, measure, metricOn } from '../format.js';
import { sourceOf } from '../trial/measurement-rows.js';

/**
 * @typedef {object} Spot
 * @property {number} x
 * @property {number} y
 * @property {number} [trial] none for a model from elsewhere
 * @property {string} [name] of a model from elsewhere
 * @property {number} [xLow] ends of the interval that holds the true value
 * @property {number} [xHigh]
 * @property {number} [yLow]
 * @property {number} [yHigh]
 * @property {string} [source] of the value on the axis that belongs to a target
 * @property {string} [again] what measuring once more gave, in words
 */

/**
 * @typedef {object} Layer
 * @property {string} label
 * @property {'front' | 'dominated' | 'infeasible' | 'again' | 'baseline'} look
 * @property {string} colour name of a custom property
 * @property {Spot[]} spots
 * @property {string} [on] which of several targets, in words: " on pi"
 */

/** @typedef {{ x: Axis, y: Axis, layers: Layer[], limits: import('../charts/chart-marks.js').Limit[] }} Plot */

/**
 * All trials in two metrics.
 *
 * @param {Points} answer
 * @param {Front | null} front tells more of its points than the answer does
 * @param {BaselineInfo[]} baselines
 * @param {Constraint[]} constraints of the experiment
 * @returns {Plot}
 */
export function plotOf(answer, front, baselines, constraints) {
  const told = new Map(front?.points.map(point => [point.trial, point]));
  const of = (/** @type {(point: Points['points'][0]) => boolean} */ those) =>
    answer.points.filter(those).map(([trial, x, y]) => ({ x, y, trial }));
  const onFront = of(point => point[3] === 1)
    .sort((a, b) => a.x - b.x)
    .map(spot => ({ ...spot, ...detail(answer, told.get(spot.trial)) }));
  return {
    x: answer.x,
    y: answer.y,
    layers: [
      { label: 'front', look: 'front', colour: 'accent', spots: onFront },
      { label: 'dominated', look: 'dominated', colour: 'point', spots: of(point => point[3] === 0 && point[4] === 1) },
      { label: 'infeasible', look: 'infeasible', colour: 'bad', spots: of(point => point[3] === 0 && point[4] === 0) },
      ...some({ label: 'measured again', look: 'again', colour: 'second', spots: onFront.filter(spot => spot.again) }),
      ...some({ label: 'baseline', look: 'baseline', colour: 'text', spots: marksOf(baselines, answer) }),
    ],
    limits: limitsOn(answer, constraints, 'bad'),
  };
}

/**
 * The fronts of several targets over one another; their dominated trials would hide them.
 *
 * @param {Front[]} fronts at least one, of the same metrics
 * @param {BaselineInfo[]} baselines
 * @param {Constraint[]} constraints of the experiment
 * @returns {Plot}
 */
export function overlayOf(fronts, baselines, constraints) {
  const named = fronts.map((front, index) => ({ front, ink: `series-${(index % 8) + 1}`, target: String(front.x.target ?? front.y.target) }));
  const spots = (/** @type {Front} */ front) =>
    front.points
      .map(point => ({ x: point.x, y: point.y, trial: point.trial, ...detail(front, point) }))
      .sort((a, b) => a.x - b.x);
  return {
    x: common(fronts, 'x'),
    y: common(fronts, 'y'),
    layers: [
      ...named.map(({ front, ink, target }) => /** @type {Layer} */ ({ label: targetName(target), look: 'front', colour: ink, spots: spots(front), on: onTarget(target) })),
      ...some({ label: 'measured again', look: 'again', colour: 'text', spots: fronts.flatMap(spots).filter(spot => spot.again) }),
      ...named.flatMap(({ front, ink, target }) =>
        some({ label: `baseline${onTarget(target)}`, look: 'baseline', colour: ink, spots: marksOf(baselines, front) })),
    ],
    limits: named.flatMap(({ front, ink }) => limitsOn(front, constraints, ink)),
  };
}

/**
 * @param {Layer} layer
 * @returns {Layer[]} none without spots, so that the legend does not speak of it
 */
const some = layer => (layer.spots.length ? [layer] : []);

/**
 * The axis of all fronts, without a target where they differ in it.
 *
 * @param {Front[]} fronts
 * @param {'x' | 'y'} which
 * @returns {Axis}
 */
function common(fronts, which) {
  const [first, ...rest] = fronts.map(front => front[which]);
  return rest.every(axis => axis.target === first.target) ? first : { ...first, target: null };
}

/** @param {MetricRef} a @param {MetricRef} b */
const same = (a, b) => a.metric === b.metric && (a.target ?? null) === (b.target ?? null);

/**
 * What else is known of a point of the front: how sure its values are, and how they were got.
 *
 * @param {{ x: Axis, y: Axis }} axes
 * @param {FrontPoint | undefined} point
 * @returns {Partial<Spot>}
 */
function detail({ x, y }, point) {
  if (!point) {
    return {};
  }
  const on = (/** @type {Axis} */ axis) => point.measurements?.find(measurement => same(measurement, axis));
  const [across, up] = [on(x), on(y)];
  const again = point.measuredAgain;
  const device = x.target ? x : y;
  return {
    ...endsOn('x', point.low ?? across?.low, point.high ?? across?.high),
    ...endsOn('y', up?.low, up?.high),
    source: (x.target ? (point.source ?? across?.source) : up?.source) ?? undefined,
    again: again ? `measured again: ${measure(again.value, device.unit)}` : undefined,
  };
}

/**
 * @param {'x' | 'y'} axis
 * @param {number | null | undefined} low
 * @param {number | null | undefined} high
 */
const endsOn = (axis, low, high) =>
  typeof low === 'number' && typeof high === 'number' ? { [`${axis}Low`]: low, [`${axis}High`]: high } : {};

/**
 * Baselines that have both values.
 *
 * @param {BaselineInfo[]} baselines
 * @param {{ x: Axis, y: Axis }} axes
 * @returns {(Spot & { name: string })[]}
 */
export function marksOf(baselines, { x, y }) {
  const valueOf = (/** @type {BaselineInfo} */ { measurements }, /** @type {Axis} */ axis) =>
    measurements.find(measurement => same(measurement, axis))?.value;
  return baselines.flatMap(baseline => {
    const [across, up] = [valueOf(baseline, x), valueOf(baseline, y)];
    return across === undefined || up === undefined ? [] : [{ name: baseline.name, x: across, y: up }];
  });
}

/**
 * @param {{ x: Axis, y: Axis }} axes
 * @param {Constraint[]} constraints
 * @param {string} colour
 * @returns {import('../charts/chart-marks.js').Limit[]}
 */
function limitsOn(axes, constraints, colour) {
  return /** @type {const} */ (['x', 'y']).flatMap(axis =>
    constraints.filter(constraint => same(constraint, axes[axis])).flatMap(constraint =>
      /** @type {const} */ ([[constraint.atMost, true], [constraint.atLeast, false]]).flatMap(([bound, atMost]) =>
        typeof bound === 'number' ? [{ axis, bound, atMost, colour, label: limitLabel(axes[axis], constraint, bound, atMost) }] : [])));
}

/**
 * @param {Axis} axis
 * @param {Constraint} constraint
 * @param {number} bound
 * @param {boolean} atMost
 */
function limitLabel({ unit, target }, { confidence }, bound, atMost) {
  const sure = typeof confidence === 'number' ? ` at ${Math.round(confidence * 1000) / 10} %` : '';
  return `${atMost ? '≤' : '≥'} ${measure(bound, unit)}${onTarget(target)}${sure}`;
}

/**
 * What a spot is called.
 *
 * @param {Layer} layer
 * @param {Spot} spot
 */
export const titleOf = ({ on = '' }, { name, trial }) => name ?? `Trial ${trial}${on}`;

/**
 * What a spot is, in lines.
 *
 * @param {Plot} plot
 * @param {Spot} spot
 */
export function wordsOf({ x, y }, spot) {
  const range = (/** @type {number | undefined} */ low, /** @type {number | undefined} */ high, /** @type {string} */ unit) =>
    low === undefined || high === undefined ? '' : ` (${interval(low, high, unit)})`;
  return [
    `${metricOn(x)} ${measure(spot.x, x.unit)}${range(spot.xLow, spot.xHigh, x.unit)}`,
    `${metricOn(y)} ${measure(spot.y, y.unit)}${range(spot.yLow, spot.yHigh, y.unit)}`,
    ...(spot.source ? [sourceOf(spot.source)] : []),
    ...(spot.again ? [spot.again] : []),
  ];
}

/** @param {Spot} spot whether its value was not measured but foretold */
export const isForetold = ({ source }) => source === 'PREDICTED';

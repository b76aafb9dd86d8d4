// Two metrics of every trial against each other, with the front as a stepped line, and models from elsewhere as marks.

import { measure, metricOn } from '../format.js';
import { colour, legend, metricAxis, themed, tooltip } from './chart-theme.js';

/**
 * @typedef {object} Series
 * @property {ChartPoint[]} points
 * @property {number[]} trials numbers, one for each point
 */

/**
 * @param {Points} answer
 * @returns {{ front: Series, dominated: Series, infeasible: Series }} the front from left to right
 */
export function series(answer) {
  const empty = () => /** @type {Series} */ ({ points: [], trials: [] });
  const parts = { front: empty(), dominated: empty(), infeasible: empty() };
  const fromLeft = answer.points.filter(point => point[3]).sort((a, b) => a[1] - b[1]);
  const rest = answer.points.filter(point => !point[3]);
  for (const [trial, x, y, onFront, feasible] of [...rest, ...fromLeft]) {
    const part = onFront ? parts.front : feasible ? parts.dominated : parts.infeasible;
    part.points.push({ x, y });
    part.trials.push(trial);
  }
  return parts;
}

/**
 * The ranges that show the front and its neighbourhood.
 *
 * @param {ChartPoint[]} front
 */
export function rangesOf(front) {
  const range = (/** @type {number[]} */ values) => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    const margin = (high - low || Math.abs(high) || 1) * 0.15;
    return { min: low - margin, max: high + margin };
  };
  return { x: range(front.map(point => point.x)), y: range(front.map(point => point.y)) };
}

/** @typedef {ChartPoint & { name: string }} Mark a model from elsewhere */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(trial: number) => void} open called with the trial that was clicked on
 */
export function scatterChart(canvas, open) {
  /** @type {Points} */
  let answer;
  let parts = series({ x: none(), y: none(), points: [] });
  let zoom = false;
  /** @type {Mark[]} */
  let marks = [];
  /** @returns {number | undefined} nothing for a mark */
  const trialOf = (/** @type {ChartElement} */ { datasetIndex, index }) =>
    [parts.front, parts.dominated, parts.infeasible][datasetIndex]?.trials[index];
  const titleOf = (/** @type {ChartElement} */ item) => {
    const trial = trialOf(item);
    // Between new points and the next drawing, the mouse may be on a point that is no more.
    return trial === undefined ? (marks[item.index]?.name ?? '') : `Trial ${trial}`;
  };

  const draw = themed(canvas, 'scatter', () => {
    const ranges = zoom && parts.front.points.length > 1 ? rangesOf(parts.front.points) : { x: {}, y: {} };
    return {
      datasets: [...datasets(parts, answer.x), ...baselines(marks)],
      options: {
        interaction: { mode: 'nearest', intersect: true },
        scales: { x: metricAxis(answer.x, ranges.x), y: metricAxis(answer.y, ranges.y) },
        plugins: {
          legend: legend(true),
          tooltip: tooltip({
            title: items => items.slice(0, 1).map(titleOf).join(''),
            label: item => [
              `${metricOn(answer.x)} ${measure(item.raw.x, answer.x.unit)}`,
              `${metricOn(answer.y)} ${measure(item.raw.y, answer.y.unit)}`,
            ],
          }),
        },
        onClick: (/** @type {unknown} */ _event, /** @type {ChartElement[]} */ elements) => {
          const trial = elements.length > 0 ? trialOf(elements[0]) : undefined;
          if (trial !== undefined) {
            open(trial);
          }
        },
        onHover: (/** @type {any} */ event, /** @type {ChartElement[]} */ elements) =>
          canvas.classList.toggle('on-point', event.type === 'mousemove' && elements.length > 0 && trialOf(elements[0]) !== undefined),
      },
    };
  }, [names]);

  return (/** @type {Points} */ points, /** @type {boolean} */ toFront, /** @type {Mark[]} */ beside) => {
    answer = points;
    marks = beside;
    parts = series(points);
    zoom = toFront;
    draw();
  };
}

/**
 * @param {ReturnType<typeof series>} parts
 * @param {Axis} x
 * @returns {ChartDataset[]}
 */
function datasets(parts, x) {
  const many = parts.dominated.points.length > 1000;
  return [
    {
      label: 'front',
      data: parts.front.points,
      showLine: true,
      // What a front point attains holds on its worse side, up to the next point.
      stepped: x.direction === 'MINIMIZE' ? 'before' : 'after',
      borderColor: colour('accent'),
      borderWidth: 2,
      backgroundColor: colour('accent'),
      pointRadius: parts.front.points.length > 60 ? 2.5 : 4,
      pointHoverRadius: 7,
    },
    {
      label: 'dominated',
      data: parts.dominated.points,
      backgroundColor: colour('point'),
      borderWidth: 0,
      pointRadius: many ? 2 : 3.5,
      pointHoverRadius: 6,
    },
    {
      label: 'infeasible',
      data: parts.infeasible.points,
      pointStyle: 'crossRot',
      borderColor: colour('bad'),
      borderWidth: 1,
      pointRadius: many ? 2.5 : 4,
      pointHoverRadius: 6,
    },
  ];
}

/**
 * @param {Mark[]} marks
 * @returns {ChartDataset[]} none without marks, so that the legend does not speak of them
 */
function baselines(marks) {
  return marks.length === 0
    ? []
    : [
        {
          label: 'baseline',
          data: marks,
          names: marks.map(mark => mark.name),
          pointStyle: 'rectRot',
          backgroundColor: colour('text'),
          borderColor: colour('surface'),
          borderWidth: 1,
          pointRadius: 7,
          pointHoverRadius: 9,
        },
      ];
}

/** Writes the names of marks beside them. */
const names = {
  id: 'names',
  /** @param {any} chart */
  afterDatasetsDraw(chart) {
    const { ctx, data, chartArea } = chart;
    data.datasets.forEach((/** @type {any} */ { names: texts }, /** @type {number} */ index) => {
      const points = texts && chart.isDatasetVisible(index) ? chart.getDatasetMeta(index).data : [];
      ctx.save();
      ctx.fillStyle = colour('text');
      ctx.font = `12px ${getComputedStyle(document.body).fontFamily}`;
      points.forEach((/** @type {any} */ { x, y }, /** @type {number} */ i) => {
        const left = x < (chartArea.left + chartArea.right) / 2;
        ctx.textAlign = left ? 'left' : 'right';
        ctx.fillText(texts[i], x + (left ? 11 : -11), y + 4);
      });
      ctx.restore();
    });
  },
};

/** @returns {Axis} */
const none = () => ({ metric: '', unit: '1', direction: 'MINIMIZE' });

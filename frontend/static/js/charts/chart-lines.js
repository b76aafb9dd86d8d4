// One or more lines over a common horizontal axis.

import { colour, legend, themed, tooltip } from './chart-theme.js';

/**
 * @typedef {object} Line
 * @property {string} label
 * @property {ChartPoint[]} points
 * @property {string} colour name of a custom property
 * @property {boolean} [stepped] the value holds until the next point
 * @property {boolean} [dashed]
 */

/**
 * @typedef {object} Lines
 * @property {Line[]} lines
 * @property {() => object} x axis, made when it is drawn, for its colours
 * @property {() => object} y
 * @property {(x: number) => string} at what stands above the values
 * @property {(y: number) => string} value
 */

/** @param {HTMLCanvasElement} canvas */
export function lineChart(canvas) {
  /** @type {Lines} */
  let shown;
  const draw = themed(canvas, 'line', () => ({
    datasets: shown.lines.map(dataset),
    options: {
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: { x: shown.x(), y: shown.y() },
      plugins: {
        legend: legend(shown.lines.length > 1),
        tooltip: tooltip({
          title: items => items.slice(0, 1).map(item => shown.at(item.raw.x)).join(''),
          label: item => `${item.dataset.label} ${shown.value(item.raw.y)}`,
        }),
      },
    },
  }));
  return (/** @type {Lines} */ lines) => {
    shown = lines;
    draw();
  };
}

/**
 * @param {Line} line
 * @returns {ChartDataset}
 */
function dataset(line) {
  return {
    label: line.label,
    data: line.points,
    borderColor: colour(line.colour),
    backgroundColor: colour(line.colour),
    borderWidth: 2,
    borderDash: line.dashed ? [5, 4] : [],
    stepped: line.stepped ? 'before' : false,
    pointRadius: line.points.length > 60 ? 0 : 2,
    pointHoverRadius: 5,
  };
}

// What a predictor foretold against what was measured.

import { interval, measure } from '../format.js';
import { whiskers } from './chart-marks.js';
import { colour, legend, metricAxis, themed, tooltip } from './chart-theme.js';

/** Beyond this many intervals, whiskers are a grey cloud. */
const MOST_WHISKERS = 300;

/** @type {(name: string) => Axis} */
const latency = name => ({ metric: `${name} latency`, unit: 'ms', direction: 'MINIMIZE' });

/** @param {Residual} residual */
const holds = ({ measured, low, high }) => low <= measured && measured <= high;

/** @param {HTMLCanvasElement} canvas */
export function residualChart(canvas) {
  /** @type {Residual[]} */
  let shown = [];
  const draw = themed(canvas, 'scatter', () => {
    const least = Math.min(...shown.map(({ measured, predicted }) => Math.min(measured, predicted)));
    const most = Math.max(...shown.map(({ measured, predicted }) => Math.max(measured, predicted)));
    const margin = (most - least || most) * 0.05;
    const range = { min: Math.max(0, least - margin), max: most + margin };
    return {
      datasets: [
        points('within its interval', shown.filter(holds), 'accent'),
        points('outside its interval', shown.filter(residual => !holds(residual)), 'bad'),
        diagonal(range),
      ],
      options: {
        interaction: { mode: 'nearest', intersect: true },
        scales: { x: metricAxis(latency('measured'), range), y: metricAxis(latency('predicted'), range) },
        plugins: {
          legend: legend(true),
          tooltip: tooltip({
            title: items => items.slice(0, 1).map(item => item.raw.architecture ?? 'as measured').join(''),
            label: item => words(item.raw),
          }),
        },
      },
    };
  }, [whiskers]);

  return (/** @type {Residual[]} */ residuals) => {
    shown = residuals;
    draw();
    canvas.setAttribute('aria-label', `Predicted against measured latency of ${residuals.length} architectures`);
  };

  /**
   * @param {string} label
   * @param {Residual[]} residuals
   * @param {string} ink
   * @returns {ChartDataset}
   */
  function points(label, residuals, ink) {
    return {
      label,
      data: residuals.map(residual => ({ ...residual, x: residual.measured, y: residual.predicted, yLow: residual.low, yHigh: residual.high })),
      backgroundColor: colour(ink),
      borderWidth: 0,
      pointStyle: ink === 'bad' ? 'triangle' : 'circle',
      pointRadius: ink === 'bad' ? 5 : 3.5,
      pointHoverRadius: 7,
      whiskers: shown.length <= MOST_WHISKERS ? colour('control') : null,
    };
  }
}

/** @param {{ min: number, max: number }} range @returns {ChartDataset} */
const diagonal = ({ min, max }) => ({
  label: 'as measured',
  data: [{ x: min, y: min }, { x: max, y: max }],
  showLine: true,
  borderColor: colour('muted'),
  borderDash: [5, 4],
  borderWidth: 1.5,
  pointRadius: 0,
  pointHitRadius: 0,
  pointStyle: 'line',
});

/** @param {Residual} residual */
function words({ measured, predicted, low, high }) {
  return [
    `measured ${measure(measured, 'ms')}`,
    `predicted ${measure(predicted, 'ms')}`,
    `interval ${interval(low, high, 'ms')}`,
    `off by ${measure(Math.abs(predicted - measured) / measured, 'ratio')}`,
  ];
}

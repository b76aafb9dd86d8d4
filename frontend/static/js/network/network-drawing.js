// A network as a drawing and as a list.

import { h, svg } from '../dom.js';
import { counted, shape } from '../format.js';
import { blocksOf } from './blocks.js';
import { layerText } from './layers.js';
import { layout } from './network-layout.js';

const LINE = 16;
const CHARACTER = 6.7;
const PADDING = 10;

/** @param {NetworkJson} network */
export function networkSummary({ input, nodes }) {
  const output = nodes.at(-1)?.shape;
  return `${counted(nodes.length, 'layer')}, from ${shape(input)}${output ? ` to ${shape(output)}` : ''}.`;
}

/** @param {NetworkJson} network */
export function networkDrawing(network) {
  const boxes = blocksOf(network).map(block => {
    const lines = block.shape ? [...block.lines, shape(block.shape)] : block.lines;
    const longest = Math.max(...lines.map(line => line.length));
    return { ...block, lines, width: longest * CHARACTER + 2 * PADDING, height: lines.length * LINE + PADDING };
  });
  const { width, height, places, edges } = layout(boxes);
  return svg(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'drawing-title drawing-text',
      class: 'network',
    },
    svg('title', { id: 'drawing-title' }, 'Drawing of the network, from its input at the top to its output'),
    svg('desc', { id: 'drawing-text' }, `${networkSummary(network)} The list below the drawing says the same in words.`),
    svg(
      'defs',
      {},
      svg(
        'marker',
        { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
        svg('path', { d: 'M0 0 8 4 0 8z', class: 'arrow' }),
      ),
    ),
    ...edges.map(edge => svg('path', { d: curve(edge.points), class: 'edge', 'marker-end': 'url(#arrow)' })),
    ...boxes.map(box => drawn(box, /** @type {{ x: number, y: number }} */ (places.get(box.id)))),
  );
}

/**
 * @param {{ lines: string[], family: string, width: number, height: number, shape?: number[] }} box
 * @param {{ x: number, y: number }} centre
 */
function drawn({ lines, family, width, height, shape: sizes }, { x, y }) {
  const top = y - height / 2;
  return svg(
    'g',
    { class: `block block-${family}` },
    svg('rect', { x: x - width / 2, y: top, width, height, rx: 6 }),
    ...lines.map((line, at) =>
      svg(
        'text',
        {
          x,
          y: top + PADDING / 2 + LINE * (at + 0.75),
          'text-anchor': 'middle',
          class: sizes && at === lines.length - 1 ? 'shape' : null,
        },
        line,
      ),
    ),
  );
}

/** @param {{ x: number, y: number }[]} points */
function curve(points) {
  const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  return points
    .map(({ x, y }, at) => {
      if (at === 0) {
        return `M${round(x)} ${round(y)}`;
      }
      if (x === points[at - 1].x) {
        return `V${round(y)}`;
      }
      const middle = round((points[at - 1].y + y) / 2);
      return `C${round(points[at - 1].x)} ${middle} ${round(x)} ${middle} ${round(x)} ${round(y)}`;
    })
    .join('');
}

/** @param {NetworkJson} network */
export function networkList({ nodes }) {
  return nodes.map(node =>
    h(
      'li',
      {},
      h('b', {}, node.name),
      `: ${layerText(node)}, reads ${node.inputs.join(' and ')}`,
      node.shape && `, gives ${shape(node.shape)}`,
    ),
  );
}

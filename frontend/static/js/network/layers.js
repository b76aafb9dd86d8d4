// Layers in words.

import { whole } from '../format.js';

/** @type {Record<string, (node: any) => string>} */
const TEXTS = {
  convolution: node =>
    `Convolution ${window(node)}, ${whole(node.filters)} filters` + (node.groups > 1 ? ` in ${whole(node.groups)} groups` : ''),
  depthwiseConvolution: node => `Depthwise convolution ${window(node)}`,
  batchNorm: () => 'Batch normalisation',
  activation: node => FUNCTIONS[node.function] ?? node.function,
  pooling: node => `${node.kind === 'MAX' ? 'Maximum' : 'Average'} pooling ${window(node)}`,
  globalPooling: node => `Global ${node.kind === 'MAX' ? 'maximum' : 'average'} pooling`,
  flatten: () => 'Flatten',
  dense: node => `Dense, ${whole(node.units)} units`,
  dropout: node => `Dropout ${node.rate}`,
  add: () => 'Add',
  concatenate: () => 'Concatenate',
  scale: () => 'Scale channels',
  resize: node => `Resize to ${whole(node.height)}×${whole(node.width)}`,
  truncate: node => `First ${whole(node.channels)} channels`,
  zero: () => 'Zero',
  identity: () => 'Identity',
  softmax: () => 'Softmax',
};

/** @type {Record<string, string>} */
const FUNCTIONS = {
  RELU: 'ReLU',
  RELU6: 'ReLU6',
  LEAKY_RELU: 'Leaky ReLU',
  TANH: 'tanh',
  SIGMOID: 'Sigmoid',
  HARD_SIGMOID: 'Hard sigmoid',
  SWISH: 'Swish',
  HARD_SWISH: 'Hard swish',
};

/** Colour groups of the drawing. @type {Record<string, string>} */
const FAMILIES = {
  convolution: 'convolution',
  depthwiseConvolution: 'convolution',
  dense: 'dense',
  pooling: 'pooling',
  globalPooling: 'pooling',
  add: 'join',
  concatenate: 'join',
  scale: 'join',
};

/** @param {NetworkNode} node */
export const layerText = node => TEXTS[node.layer]?.(node) ?? node.layer;

/** @param {NetworkNode} node */
export const layerFamily = node => FAMILIES[node.layer] ?? 'other';

/** @param {{ kernel: number, stride: number, dilation?: number }} layer */
function window({ kernel, stride, dilation = 1 }) {
  return (
    `${kernel}×${kernel}` + (stride > 1 ? `, stride ${stride}` : '') + (dilation > 1 ? `, dilation ${dilation}` : '')
  );
}

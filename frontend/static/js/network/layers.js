// Layers in words.

import { whole } from '../format.js';

/** @type {Record<string, (node: any) => string>} */
const TEXTS = {
  convolution: node => `Convolution ${window(node)}, ${whole(node.filters)} filters`,
  depthwiseConvolution: node => `Depthwise convolution ${window(node)}`,
  batchNorm: () => 'Batch normalisation',
  activation: node => ({ RELU: 'ReLU', TANH: 'tanh', SIGMOID: 'Sigmoid' })[String(node.function)] ?? String(node.function),
  pooling: node => `${node.kind === 'MAX' ? 'Maximum' : 'Average'} pooling ${window(node)}`,
  globalPooling: () => 'Global average pooling',
  flatten: () => 'Flatten',
  dense: node => `Dense, ${whole(node.units)} units`,
  dropout: node => `Dropout ${node.rate}`,
  add: () => 'Add',
  concatenate: () => 'Concatenate',
  zero: () => 'Zero',
  identity: () => 'Identity',
  softmax: () => 'Softmax',
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
};

/** @param {NetworkNode} node */
export const layerText = node => TEXTS[node.layer]?.(node) ?? node.layer;

/** @param {NetworkNode} node */
export const layerFamily = node => FAMILIES[node.layer] ?? 'other';

/** @param {{ kernel: number, stride: number }} layer */
function window({ kernel, stride }) {
  return `${kernel}×${kernel}` + (stride > 1 ? `, stride ${stride}` : '');
}

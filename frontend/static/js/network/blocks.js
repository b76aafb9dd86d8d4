// A network's layers gathered into what is drawn as one box.

import { layerFamily, layerText } from './layers.js';

/**
 * @typedef {object} Block
 * @property {string} id name of its first layer
 * @property {string[]} inputs ids of blocks
 * @property {string[]} lines one for each layer
 * @property {string} family
 * @property {number[] | undefined} shape of what comes out
 */

export const INPUT = 'input';

/**
 * A layer joins the box of its only input where nothing else reads that, as long as the box holds one weighty layer at
 * most: convolution, batch normalisation and activation make one box. Layers must come after their inputs.
 *
 * @param {NetworkJson} network
 * @returns {Block[]} in the same order, the input first
 */
export function blocksOf(network) {
  /** @type {Block} */
  const input = { id: INPUT, inputs: [], lines: ['Input'], family: INPUT, shape: network.input };
  const blocks = [input];
  /** The block that holds a layer. @type {Map<string, Block>} */
  const holder = new Map([[INPUT, input]]);
  const readers = countReaders(network.nodes);

  for (const node of network.nodes) {
    const before = node.inputs.length === 1 ? holder.get(node.inputs[0]) : undefined;
    const family = layerFamily(node);
    if (before && readers.get(node.inputs[0]) === 1 && joins(before, family)) {
      before.lines.push(layerText(node));
      before.family = before.family === 'other' ? family : before.family;
      before.shape = node.shape;
      holder.set(node.name, before);
    } else {
      const inputs = node.inputs.map(name => holder.get(name)?.id ?? INPUT);
      const block = { id: node.name, inputs: [...new Set(inputs)], lines: [layerText(node)], family, shape: node.shape };
      blocks.push(block);
      holder.set(node.name, block);
    }
  }
  return blocks;
}

/**
 * @param {Block} block
 * @param {string} family of the layer that follows
 */
function joins(block, family) {
  return block.family !== INPUT && block.family !== 'join' && (family === 'other' || block.family === 'other');
}

/** @param {NetworkNode[]} nodes */
function countReaders(nodes) {
  /** @type {Map<string, number>} */
  const readers = new Map();
  for (const name of nodes.flatMap(node => node.inputs)) {
    readers.set(name, (readers.get(name) ?? 0) + 1);
  }
  return readers;
}

// Files that the page itself makes.

/**
 * @param {string} name
 * @param {Blob} content
 */
export function save(name, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** @param {string} text @returns {string} part of a file name that resembles it */
export const fileName = text => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'skyline';

/** @param {unknown[][]} rows @returns {string} RFC 4180 */
export const csv = rows => rows.map(row => `${row.map(field).join(',')}\r\n`).join('');

/** @param {unknown} value */
function field(value) {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

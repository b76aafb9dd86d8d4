// What every page has: the theme toggle.

const toggle = /** @type {HTMLButtonElement} */ (document.getElementById('theme-toggle'));
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function current() {
  return document.documentElement.dataset.theme ?? (systemDark.matches ? 'dark' : 'light');
}

function show() {
  const dark = current() === 'dark';
  toggle.textContent = dark ? 'Light theme' : 'Dark theme';
  dispatchEvent(new Event('theme-change'));
}

toggle.addEventListener('click', () => {
  const theme = current() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  if (document.documentElement.dataset.storage !== 'blocked') {
    localStorage.setItem('theme', theme);
  }
  show();
});
systemDark.addEventListener('change', show);
show();

const KEY = "hausmitteilung-theme";

/** The theme chosen on this machine; without a choice the system's. */
export function applyTheme(): void {
  const chosen = stored();
  if (chosen !== null) document.documentElement.dataset.theme = chosen;
}

export function toggleTheme(): void {
  const isDark = document.documentElement.dataset.theme === "dark" || (stored() === null && prefersDark());
  const next = isDark ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A report opened from a file has no storage: the choice lasts as long as the page.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function prefersDark(): boolean {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

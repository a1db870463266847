/**
 * Says in plain words what a bundler's user has to do: children are started from this package's own files, and its
 * word lists are read beside them, so that code which was moved into another file finds neither.
 * @throws Error where this module stands in another file than its own
 */
export function refuseBundle(url: string | undefined = import.meta.url): void {
  if (url !== undefined && /\/library\/bundle\.[jt]s$/u.test(url)) return;
  throw new Error(
    "hausmitteilung cannot run from within a bundle: it starts child processes from its own files. Mark it external (esbuild: --external:hausmitteilung; webpack and Vite: externals) and install it beside the bundle.",
  );
}

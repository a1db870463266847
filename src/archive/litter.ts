/** What operating systems and programs leave in folders without being asked: never a letter. Names in small letters. */
const NAMES: ReadonlySet<string> = new Set([
  // Windows
  ...["thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "folder.jpg", "$recycle.bin"],
  "system volume information",
  // macOS
  ...[".ds_store", ".localized", ".apdisk", ".trashes", ".fseventsd", ".spotlight-v100", ".temporaryitems", "__macosx"],
  ...["icon\r", ".documentrevisions-v100"],
  // Linux and its file servers
  ...[".directory", ".trash-0", ".trash-1000", "@eadir", "lost+found", ".snapshot"],
]);

/** Office programs' own marks of an open file, copies of macOS's attributes, and files that are not whole yet. */
const FORMS: readonly RegExp[] = [
  /^~\$/u,
  /^\.~lock\./u,
  /^\._/u,
  /^\.(?:nfs|fuse_hidden)[\da-f]+$/u,
  /^thumbs\.db:/u,
  /^~wr[dl]\d+\.tmp$/u,
  /\.(?:crdownload|part|partial)$/u,
];

/** What scanners, this program among others, write beside their scans about them. */
const BESIDE = /\.json$/u;

/**
 * Whether a file or folder that was found, not given, is passed over by its name alone.
 * @param name base name, without its folder
 */
export function isLitter(name: string): boolean {
  const small = name.toLowerCase();
  return NAMES.has(small) || BESIDE.test(small) || FORMS.some((form) => form.test(small));
}

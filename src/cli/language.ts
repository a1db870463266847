/** The language of what a command tells people: German where the terminal's own is, English else. */
export type Language = "de" | "en";

/** By the variables of POSIX, the strongest first. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Language {
  const named = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== "") ?? "";
  return /^de(?:_|\.|@|$)/u.test(named) ? "de" : "en";
}

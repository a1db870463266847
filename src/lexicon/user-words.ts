/**
 * The user's own words from a file's text: one word or name a line, or a Hunspell .dic file
 * (first line a count, "word/FLAGS" after it; the flags are not used). "#" begins a comment.
 */
export function parseUserWords(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => (index === 0 && /^\d+$/.test(line.trim()) ? "" : line))
    .map((line) => (line.split("/")[0] ?? "").trim().normalize("NFC"))
    .filter((line) => line !== "" && !line.startsWith("#"));
}

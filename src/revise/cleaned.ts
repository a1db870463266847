import type { FieldValue } from "./fields.ts";

/** Control characters that no text value has: all but tab and line feed. */
const CONTROL = /[^\P{Cc}\t\n]/gu;

/** What a person typed, as text values are: NFC, single spaces, no space about line breaks; nothing is null. */
export function cleaned(value: FieldValue): FieldValue {
  if (typeof value === "string") return cleanText(value) || null;
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cleaned(child)]));
}

function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replace(CONTROL, "")
    .replace(/ +/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

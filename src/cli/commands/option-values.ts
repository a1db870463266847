import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError */
export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError("It must be a whole number from 1 on.");
  return number;
}

/** @throws InvalidArgumentError */
export function probability(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError("It must be a number from 0 to 1.");
  return number;
}

/**
 * An absolute web address, given back with a slash at its end.
 * @throws InvalidArgumentError
 */
export function baseUrl(value: string): string {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new InvalidArgumentError("It must be an absolute URL, https://…");
  }
  return value.endsWith("/") ? value : `${value}/`;
}

/** @throws InvalidArgumentError */
export function notNegative(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number < Number.POSITIVE_INFINITY))
    throw new InvalidArgumentError("It must be a number from 0 on.");
  return number;
}

/**
 * A day as YYYY-MM-DD.
 * @throws InvalidArgumentError
 */
export function calendarDate(value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError("It must be a day, YYYY-MM-DD.");
  }
  return value;
}

/** @throws InvalidArgumentError */
export function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/u.test(value) || number > 65_535) throw new InvalidArgumentError("It must be a port, 0 to 65535.");
  return number;
}

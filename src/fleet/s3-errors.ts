import process from "node:process";
import { S3ServiceException } from "@aws-sdk/client-s3";
import { PlaceUnusable } from "../archive/place-unusable.ts";
import { errorCode } from "../model/error-code.ts";
import { MemoError } from "../model/failure.ts";

/** What the object itself answers, though with the status of a refusal: it lies in a colder store. */
const OF_THE_OBJECT: ReadonlySet<string> = new Set(["InvalidObjectState"]);

const REFUSED_STATUS: ReadonlySet<number> = new Set([401, 403]);
const NOT_FOUND_STATUS = 404;
const TOO_MANY_STATUS = 429;
const FIRST_SERVER_STATUS = 500;

/** Errors of the SDK without a code or an answer: keys that are not to be found, silence, no region. */
const OF_THE_SETTING = /^(?:CredentialsProviderError|TimeoutError|RegionError)$/u;
const NO_REGION = /region is missing/iu;

/** Whether access was refused, be it to one object or to all. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof S3ServiceException &&
    !OF_THE_OBJECT.has(error.name) &&
    REFUSED_STATUS.has(error.$metadata.httpStatusCode ?? 0)
  );
}

/**
 * What an error over an object says: a failure of the object, or why nothing can be had from its bucket.
 * @param bucket as s3://bucket
 * @returns the error itself where it is none of S3
 */
export function fromS3(error: unknown, bucket: string): unknown {
  if (error instanceof MemoError || error instanceof PlaceUnusable) return error;
  const why = whyUnusable(error);
  if (why !== null) return new PlaceUnusable(bucket, why, { cause: error });
  if (!(error instanceof S3ServiceException)) return error;
  if (error.$metadata.httpStatusCode === NOT_FOUND_STATUS) {
    return new MemoError("file-not-found", undefined, { cause: error });
  }
  return new MemoError("file-unreadable", `The object cannot be read (${error.name}).`, { cause: error });
}

function whyUnusable(error: unknown): string | null {
  if (isRefusal(error)) return `refuses this machine (${nameOf(error)}): its keys or rights do not suffice`;
  if (error instanceof S3ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 0;
    if (error.name === "NoSuchBucket") return `is not there: ${endpoint()} has no such bucket`;
    return status >= FIRST_SERVER_STATUS || status === TOO_MANY_STATUS ? `fails (${error.name})` : null;
  }
  const code = errorCode(error) || codeWithin(error);
  if (code !== "") return `cannot be reached at ${endpoint()} (${code})`;
  if (OF_THE_SETTING.test(nameOf(error))) return `cannot be used: ${messageOf(error)}`;
  return NO_REGION.test(messageOf(error)) ? "cannot be used: AWS_REGION is not set" : null;
}

/** Node gives several failed attempts (IPv6, IPv4) as one error. */
function codeWithin(error: unknown): string {
  return error instanceof AggregateError ? errorCode(error.errors[0]) : "";
}

function endpoint(): string {
  const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 = AWS_ENDPOINT_URL } = process.env;
  return AWS_ENDPOINT_URL_S3 ?? "AWS";
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

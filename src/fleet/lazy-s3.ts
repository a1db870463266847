import type { S3Objects } from "./s3.ts";

/** The S3 client, loaded by those who meet an s3:// location. */
export function lazyS3(): () => Promise<S3Objects> {
  let opened: Promise<S3Objects> | null = null;
  return () => {
    opened ??= import("./s3.ts").then(({ S3Objects }) => new S3Objects());
    return opened;
  };
}

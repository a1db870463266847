import { errorCode } from "../model/error-code.ts";

/** What documents in S3 need; a fleet needs all other optional peers. */
const S3_PACKAGE = "@aws-sdk/client-s3";

/**
 * What to install, in words, where a command failed for want of a package that npm does not install unasked.
 * @param peers version ranges of these packages, by name
 * @returns null for any other error
 */
export function missingPackageWords(error: unknown, peers: Readonly<Record<string, string>>): string | null {
  if (errorCode(error) !== "ERR_MODULE_NOT_FOUND") return null;
  const name = /Cannot find package '([^']+)'/u.exec((error as Error).message)?.[1] ?? "";
  if (!(name in peers)) return null;
  const isS3 = name === S3_PACKAGE;
  const needed = Object.entries(peers).filter(([peer]) => (peer === S3_PACKAGE) === isS3);
  const packages = needed.map(([peer, range]) => `${peer}@${range}`).join(" ");
  const what = isS3 ? "Documents in S3 need a package" : "A fleet needs packages";
  return `${what} that this program is installed without (${name} is missing). Install it where the program is, globally or in your project: npm install ${packages}`;
}

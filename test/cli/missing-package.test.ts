import { describe, expect, it } from "vitest";
import { missingPackageWords } from "../../src/cli/missing-package.ts";

const PEERS = { "@aws-sdk/client-s3": "^3.0.0", pg: "^8.0.0", "pg-boss": "^12.0.0" };

function notFound(name: string): Error {
  return Object.assign(new Error(`Cannot find package '${name}' imported from /x.js`), {
    code: "ERR_MODULE_NOT_FOUND",
  });
}

describe("missingPackageWords", () => {
  it("names all packages of a fleet, so that nobody installs them one by one", () => {
    expect(missingPackageWords(notFound("pg"), PEERS)).toMatch(
      /pg is missing.*npm install pg@\^8\.0\.0 pg-boss@\^12\.0\.0$/u,
    );
  });

  it("names the client of S3 by itself", () => {
    expect(missingPackageWords(notFound("@aws-sdk/client-s3"), PEERS)).toMatch(
      /npm install @aws-sdk\/client-s3@\^3\.0\.0$/u,
    );
  });

  it.each([notFound("chalk"), new Error("Cannot find package 'pg'"), null])("knows no other error: %s", (error) => {
    expect(missingPackageWords(error, PEERS)).toBeNull();
  });
});

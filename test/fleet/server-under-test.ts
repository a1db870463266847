import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { PostgresServer } from "./postgres-server.ts";

/** Starting and ending a server takes seconds on a busy machine. */
export const HOOK_TIMEOUT_MS = 60_000;

/**
 * A PostgreSQL of its own for all tests of a file, ended after them.
 * @returns asks for the server, once the tests have begun
 */
export function serverForTests(): () => PostgresServer {
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await PostgresServer.start();
  }, HOOK_TIMEOUT_MS);
  afterAll(() => server?.stop(), HOOK_TIMEOUT_MS);
  return () => {
    if (server === null) throw new Error("The server starts with the tests.");
    return server;
  };
}

/** A folder for all tests of a file, removed after them. */
export function folderForTests(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

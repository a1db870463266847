import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchivePaths, nameOf } from "../../src/archive/paths.ts";
import { keyOf, knownInput, makeArchive } from "../review/make-archive.ts";
import { type RunningProgram, startReview } from "./desk.ts";

const memo = knownInput("einzelner-punkt/memo.pdf");
const key = nameOf(keyOf(memo));

let paths: ArchivePaths;
let desk: RunningProgram;

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes of a body that is announced, and never sent. */
  readonly announced?: number;
}

/** Asks below the token, or from the server's root where a path begins with "/"; nothing of it is made pretty. */
function ask(path: string, { method = "GET", headers = {}, body, announced }: Asked = {}) {
  const { hostname, port, pathname } = new URL(desk.url);
  const whole = path.startsWith("/") ? path : pathname + path;
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const asked = request({ hostname, port, path: whole, method, headers }, (response) => {
      let text = "";
      response.setEncoding("latin1").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text }),
      );
    });
    asked.on("error", reject);
    if (announced === undefined) asked.end(body);
    else asked.setHeader("content-length", announced).flushHeaders();
  });
}

const origin = (): string => new URL(desk.url).origin;
const post = (headers: Record<string, string>) =>
  ask(`api/records/${key}/undo`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: "{}",
  });

describe("the desk's server", () => {
  beforeAll(async () => {
    paths = await makeArchive([memo]);
    desk = await startReview(paths.root);
  });

  afterAll(() => desk?.stop());

  it("listens on the loopback address, below a token nobody guesses", () => {
    expect(desk.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
  });

  it("gives records and pages to who has the token, pages as pictures", async () => {
    expect(await ask(`api/records/${key}`)).toMatchObject({ status: 200, type: "application/json" });
    expect(await ask(`api/records/${key}/pages/1`)).toMatchObject({ status: 200, type: "image/jpeg" });
    expect((await ask(`api/records/${key}/pages/99`)).status).toBe(404);
  });

  it("refuses who has no token, or a wrong one", async () => {
    const wrong = `${new URL(desk.url).pathname.slice(0, -2)}_/`;
    for (const path of ["/", "/api/records", `${wrong}api/records`]) expect((await ask(path)).status).toBe(404);
  });

  it("refuses foreign hosts, origins and sites", async () => {
    expect((await ask("", { headers: { host: "evil.example" } })).status).toBe(403);
    expect((await ask("", { headers: { host: `localhost:${new URL(desk.url).port}` } })).status).toBe(403);
    expect((await ask("api/records", { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await ask("api/records", { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await post({})).status).toBe(403);
    expect((await post({ origin: "null" })).status).toBe(403);
    expect((await post({ origin: origin() })).status).toBe(400);
  });

  it("lets a browser come from the file that opens the desk, to a page of its own and no other way", async () => {
    const visit = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect((await ask("", { headers: visit })).status).toBe(200);
    expect((await ask("", { headers: { ...visit, "sec-fetch-dest": "iframe" } })).status).toBe(403);
    expect((await ask("api/records", { headers: { ...visit, "sec-fetch-mode": "no-cors" } })).status).toBe(403);
    expect((await ask("/wrong/", { headers: visit })).status).toBe(404);
  });

  it("reads nothing outside the archive, whatever the path", async () => {
    const secret = "../../../../../../etc/passwd";
    const paths = [
      secret,
      `api/records/${secret}`,
      `api/records/${encodeURIComponent(secret)}`,
      `api/records/${key}%00`,
      `api/records/${key}/pages/${encodeURIComponent(secret)}`,
      "page-files.js",
      "..%2fserver.js",
    ];
    for (const path of paths) {
      const { status, text } = await ask(path);
      expect(status, path).toBe(404);
      expect(text).not.toContain("root:");
    }
  });

  it("refuses bodies without bound, and decisions that no record can take", async () => {
    const announced = 3 * 1024 ** 2;
    const headers = { origin: origin() };
    expect((await ask(`api/records/${key}/undo`, { method: "POST", headers, announced })).status).toBe(413);
    const { revision } = JSON.parse((await ask(`api/records/${key}`)).text) as { revision: string };
    const decide = (change: object) =>
      ask(`api/records/${key}/decisions`, {
        method: "POST",
        headers: { origin: origin() },
        body: JSON.stringify({ on: revision, after: 0, changes: [change] }),
      });
    expect((await decide({ act: "set", field: "/memo/date", old: null, new: "2024-01-01" })).status).toBe(422);
    expect((await decide({ act: "set", field: "/source/file", old: null, new: "x" })).status).toBe(400);
    expect((await decide({ act: "set", field: "/memo/__proto__/x", old: null, new: "x" })).status).toBe(422);
    expect((await decide({ act: "burn", field: "/memo/date" })).status).toBe(400);
  });
});

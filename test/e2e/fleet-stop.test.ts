import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { folderForTests, serverForTests } from "../fleet/server-under-test.ts";
import { collect } from "../tools/print/draw-pdf.ts";
import { FIXTURES, runProgram } from "./program.ts";

/** So many that nobody reads all of them between two looks at a worker. */
const PAGES = 60;

const folder = folderForTests("fleet-stop");
const server = serverForTests();

/** A scan of many pages. */
async function manyPages(): Promise<Buffer> {
  const pdf = readFileSync(join(FIXTURES, "einzelner-punkt", "scan.pdf"));
  const start = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  const jpeg = await sharp(pdf.subarray(start)).jpeg().toBuffer();
  const document = new PDFDocument({ margin: 0, autoFirstPage: false });
  const bytes = collect(document);
  for (let page = 0; page < PAGES; page++)
    document.addPage({ size: "A4", margin: 0 }).image(jpeg, 0, 0, { width: 595 });
  document.end();
  return bytes;
}

describe("a worker that is told to end", () => {
  it("is not ready from then on, ends with the page in hand, and gives the document back", async () => {
    mkdirSync(join(folder, "in"));
    writeFileSync(join(folder, "in", "scan.pdf"), await manyPages());
    const env = { HAUSMITTEILUNG_DB: await server().createDatabase("stop") };
    expect(await runProgram(["enqueue", "--base", join(folder, "in")], { env })).toMatchObject({ code: 0 });
    let ready: readonly number[] = [];
    const stopWhileReading = async (pid: number, port: string): Promise<void> => {
      const at = async (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
      const isBusy = async (): Promise<boolean> =>
        /^hausmitteilung_documents_in_hand 1$/mu.test(await (await at("/metrics")).text());
      while (!(await isBusy())) await sleep(100);
      // The file is opened, and pages of it are in hand.
      await sleep(3000);
      const before = (await at("/readyz")).status;
      process.kill(pid, "SIGTERM");
      await sleep(100);
      ready = [before, (await at("/readyz")).status];
    };
    const { code, err } = await runProgram(["worker", "--jobs", "1", "--metrics-port", "0"], {
      env,
      onStart: (child) => {
        let log = "";
        child.stderr?.on("data", (text: string) => {
          const isFirst = !/port \d+/u.test(log);
          log += text;
          const port = /port (\d+)/u.exec(log)?.[1];
          if (isFirst && port !== undefined) void stopWhileReading(child.pid ?? 0, port);
        });
      },
    });
    expect(code).toBe(0);
    expect(ready).toEqual([200, 503]);
    expect(err).toContain("The worker ends what it has in hand.");
    expect(err).not.toContain("file-done");
    const status = JSON.parse((await runProgram(["status", "--json"], { env })).out);
    expect(status).toMatchObject({ waiting: 1, active: 0, failures: {}, workers: [] });
  });
});

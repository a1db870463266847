import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { createParser, MemoError } from "hausmitteilung";

// A web server that is asked fifty times at once, by itself, and refuses what it could only let wait for long.
const MOST_WAITING = 40;
const [file = ""] = process.argv.slice(2);
const parser = createParser({ jobs: 2 });

const server = createServer(async (request, response) => {
  if (parser.waiting >= MOST_WAITING) {
    response.writeHead(503, { "retry-after": "1" }).end();
    return;
  }
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  try {
    const records = await parser.parse({ name: "upload", content: request }, { signal: gone.signal });
    response.end(JSON.stringify(records.map(({ memo }) => memo.date)));
  } catch (error) {
    response.writeHead(error instanceof MemoError ? 422 : 500).end();
  }
});

server.listen(0, "127.0.0.1", async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const body = await readFile(file);
  const ask = async (): Promise<string> => {
    const response = await fetch(url, { method: "POST", body });
    return response.status === 503 ? "refused" : await response.text();
  };
  const answers = await Promise.all(Array.from({ length: 50 }, ask));
  const given = answers.filter((answer) => answer !== "refused");
  console.log("answers", new Set(given).size, given[0], given.length >= MOST_WAITING, answers.length);
  server.close();
  await parser.close();
});

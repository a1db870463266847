import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

/**
 * The thread that tesseract.js runs in, in place of its own worker script, for three reasons:
 * its own script loads the relaxed-SIMD core where Node has it (22 on) and another one where not, which read
 * differently; on Node it never loads the smaller LSTM-only core; and an error outside a job would end the process.
 */

interface Packet {
  readonly workerId: string;
  readonly jobId: string;
  readonly action: string;
}

interface WorkerScript {
  setAdapter(adapter: Record<string, unknown>): void;
  dispatchHandlers(packet: Packet, send: (message: unknown) => void): void;
}

const fromHere = createRequire(import.meta.url);
const fromTesseract = createRequire(fromHere.resolve("tesseract.js"));
const script: WorkerScript = fromHere("tesseract.js/src/worker-script/index.js");

script.setAdapter({
  getCore: async () => fromTesseract("tesseract.js-core/tesseract-core-simd-lstm"),
  gunzip: gunzipSync,
  readCache: (path: string) => readFile(path),
});

let current: Packet | null = null;

parentPort?.on("message", (packet: Packet) => {
  current = packet;
  script.dispatchHandlers(packet, (message) => parentPort?.postMessage(message));
});

process.on("uncaughtException", (error) => {
  parentPort?.postMessage({ ...current, status: "reject", data: String(error) });
});

import { existsSync, writeFileSync } from "node:fs";
import process from "node:process";

/** A child whose task does whatever its path says. */
const deeds = {
  answer: () => ({ value: { records: [{ pid: process.pid }] } }),
  fail: () => ({ error: { code: "pdf-invalid", message: "No such object.", stack: "at far side" } }),
  stumble: () => ({ error: { code: null, message: "x is not a function", stack: "at far side" } }),
  exit: () => process.exit(7),
  abort: () => process.abort(),
  interrupted: () => process.kill(process.pid, "SIGINT"),
  killed: () => process.kill(process.pid, "SIGKILL"),
  hang: () => {
    for (;;);
  },
  never: () => new Promise(() => {}),
  fill: () => {
    const hoard = [];
    for (;;) hoard.push(new Array(100_000).fill(hoard.length));
  },
  gorge: () => {
    process.send({ progress: { stage: "read", page: 1, of: 1 } });
    return deeds.hoard();
  },
  /** Bytes outside the heap, which nobody but the parent looks at. */
  hoard: () => {
    const bytes = Array.from({ length: 12 }, () => Buffer.alloc(20 * 1024 ** 2, 1));
    return new Promise((resolve) => setTimeout(() => resolve({ value: { records: [{ held: bytes.length }] } }), 1500));
  },
  chatter: () => {
    process.stdout.write("library says hello\n");
    process.send({ progress: { stage: "read", page: 2, of: 3 } });
    return new Promise((resolve) => setTimeout(() => resolve({ value: { records: [] } }), 50));
  },
  slow: () => new Promise((resolve) => setTimeout(() => resolve(deeds.answer()), 200)),
};

function deed({ path }) {
  if (!path.startsWith("exit-once:")) return deeds[path]();
  const marker = path.slice("exit-once:".length);
  if (existsSync(marker)) return deeds.answer();
  writeFileSync(marker, "");
  return deeds.exit();
}

process.on("disconnect", () => process.exit());
process.send({ ready: true });
process.on("message", async ({ argument }) => process.send({ outcome: await deed(argument) }));

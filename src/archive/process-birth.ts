import { readFileSync } from "node:fs";

/** Fields of /proc/<pid>/stat behind the command's name, which may hold spaces: the state, and the start in clock ticks. */
const STATE = 0;
const START = 19;

/** When a process began, in ticks since the machine started; null where that is not told, or there is no such process. */
export function birthOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[STATE] === "Z" ? "dead" : (fields[START] ?? null);
  } catch {
    return null;
  }
}

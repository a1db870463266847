import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";

const deskSchema = z.object({ port: z.int().min(1).max(65_535), token: z.string().min(1) });

const memorySchema = z.object({
  /** Who decides on this user's desks, as they said once. */
  who: z.string().min(1).nullable(),
  /** By archive folder: where its desk was, so that a page left open finds it again. */
  desks: z.record(z.string(), deskSchema),
});

type Memory = Readonly<z.infer<typeof memorySchema>>;
type DeskAddress = Readonly<z.infer<typeof deskSchema>>;

const NOTHING: Memory = { who: null, desks: {} };

/** Archives remembered: more are forgotten, the oldest first. */
const MOST_DESKS = 50;

type Variables = Readonly<Record<string, string | undefined>>;

/** What the desk keeps from one start to the next, in a folder of the user's that nobody else can read. */
export class DeskMemory {
  readonly folder: string;

  constructor(environment: Variables) {
    this.folder = join(stateFolder(environment), "hausmitteilung");
  }

  /** Nothing where nothing was kept, or it cannot be read. */
  async read(): Promise<Memory> {
    try {
      return memorySchema.parse(JSON.parse(await readFile(this.#file, "utf8")));
    } catch {
      return NOTHING;
    }
  }

  async keepName(who: string): Promise<void> {
    await this.#write({ ...(await this.read()), who });
  }

  async keepDesk(archive: string, address: DeskAddress): Promise<void> {
    const memory = await this.read();
    const others = Object.entries(memory.desks).filter(([name]) => name !== archive);
    const desks = Object.fromEntries([...others.slice(1 - MOST_DESKS), [archive, address]]);
    await this.#write({ ...memory, desks });
  }

  /** A page that only this user can open, and that goes to an address: a command line is for all users to see. */
  async writeDoor(url: string): Promise<{ readonly path: string; remove(): Promise<void> }> {
    const path = join(this.folder, `desk-${process.pid}.html`);
    await this.#make(path, doorTo(url));
    return { path, remove: () => rm(path, { force: true }) };
  }

  get #file(): string {
    return join(this.folder, "desk.json");
  }

  /** A desk without a memory is still a desk. */
  async #write(memory: Memory): Promise<void> {
    await this.#make(this.#file, `${JSON.stringify(memory, null, 2)}\n`).catch(() => undefined);
  }

  async #make(path: string, text: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await rm(path, { force: true });
    await writeFile(path, text, { mode: 0o600, flag: "wx" });
  }
}

function stateFolder({ XDG_STATE_HOME, LOCALAPPDATA }: Variables): string {
  if (XDG_STATE_HOME !== undefined && XDG_STATE_HOME !== "") return XDG_STATE_HOME;
  if (process.platform === "win32") return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  return join(homedir(), ".local", "state");
}

/** @param url of the desk: it holds no character that HTML would take for its own */
function doorTo(url: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Hausmitteilung</title><meta http-equiv="refresh" content="0; url=${url}"><a href="${url}">Hausmitteilung</a>\n`;
}

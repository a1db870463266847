import { enableCompileCache } from "node:module";
import { join } from "node:path";
import process from "node:process";

/**
 * Where Node.js keeps the code it has compiled, for this process and its children: in a folder of the user's own. Node's
 * default lies in the temporary folder, where other users could put code in place of it.
 */
function cacheFolder(): string | undefined {
  const { NODE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  if (NODE_COMPILE_CACHE) return NODE_COMPILE_CACHE;
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, ".cache"));
  return caches ? join(caches, "hausmitteilung") : undefined;
}

const folder = cacheFolder();
if (folder !== undefined) {
  enableCompileCache(folder);
  Object.assign(process.env, { NODE_COMPILE_CACHE: folder });
}
await import("./main.ts");

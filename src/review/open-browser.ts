import { spawn } from "node:child_process";
import process from "node:process";

/** What opens a file in the browser on each system; its path is the last argument, which all users can see. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens the user's browser; where there is none, the address printed has to do. */
export function openBrowser(path: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, path], { detached: true, stdio: "ignore" });
  child.on("error", () => {});
  child.unref();
}

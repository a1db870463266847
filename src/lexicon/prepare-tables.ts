import { mkdirSync, writeFileSync } from "node:fs";
import { preparedFile, prepareTable, TABLES } from "./data-files.ts";

/** Run by `npm run build`: writes the tables as they are to stand in memory. */
for (const name of TABLES) {
  mkdirSync(new URL(".", preparedFile(name)), { recursive: true });
  writeFileSync(preparedFile(name), await prepareTable(name));
}

import { type Command, Option } from "commander";
import { baseUrl } from "./option-values.ts";

/** The options of every command that writes records. @param help of `--format` */
export function addFormatOptions(command: Command, help: string): Command {
  return command
    .addOption(new Option("--format <format>", help).choices(["json", "oparl"]).default("json"))
    .addOption(
      new Option("--oparl-base <url>", "where the OParl objects will be published; their ids begin with it")
        .argParser(baseUrl)
        .default("https://hausmitteilung.invalid/oparl/"),
    )
    .option("--oparl-confidential", "OParl objects of memos marked as confidential, too");
}

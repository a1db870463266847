import { type Command, InvalidArgumentError, type Option } from "commander";
import { z } from "zod";
import { leafCommands, pathOf } from "../leaf-commands.ts";
import { CONFIG_OPTION } from "./names.ts";

/** What a config file holds: options by their names in camel case, for each command. */
export type Config = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/**
 * The shape of a config file, made from the commands' own options: what is wrong on the command line is wrong here,
 * and what a command learns to take can be set here at once.
 */
export function configSchema(program: Command): z.ZodType<Config> {
  const sections = leafCommands(program).map((command) => [pathOf(command), sectionSchema(command).optional()]);
  return z.strictObject(Object.fromEntries(sections)) as z.ZodType<Config>;
}

function sectionSchema(command: Command): z.ZodType {
  const options = command.options.filter((option) => option.attributeName() !== CONFIG_OPTION);
  return z.strictObject(
    Object.fromEntries(options.map((option) => [option.attributeName(), valueSchema(option).optional()])),
  );
}

function valueSchema(option: Option): z.ZodType {
  if (!option.required && !option.optional) return z.boolean();
  if (option.argChoices !== undefined) return z.enum(option.argChoices);
  const { parseArg } = option;
  if (parseArg === undefined) return option.variadic ? z.array(z.string()) : z.string();
  const value = z.union([z.string(), z.number()]);
  if (!isRepeatable(option)) return value.transform(parsed((given) => parseArg<unknown>(String(given), undefined)));
  return z
    .union([value.transform((one) => [one]), z.array(value)])
    .transform(
      parsed((all) => all.reduce<unknown>((chosen, given) => parseArg(String(given), chosen), option.defaultValue)),
    );
}

/** An option that may be given several times gathers its values in a list. */
function isRepeatable(option: Option): boolean {
  return option.variadic || Array.isArray(option.defaultValue);
}

/** What the command line's own parser makes of a value; what it refuses is refused here. */
function parsed<T>(parse: (given: T) => unknown): (given: T, context: z.RefinementCtx) => unknown {
  return (given, context) => {
    try {
      return parse(given);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  };
}

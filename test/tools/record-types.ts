import type { z } from "zod";

/** Characters of a line that the formatter leaves alone. */
const WIDTH = 120;

const HEAD = `// Made from record.ts by UPDATE_GOLDEN=1 npx vitest run --project unit test/model; not to be edited.
import type { FindingCode } from "./diagnostic.ts";

/** What a finding may be about: the stable codes of the documents' table. */
export type DiagnosticCode = FindingCode;
`;

/**
 * The TypeScript types of the record: a type for each object schema, by its title, with the descriptions as
 * docs. The types that zod infers show no docs in an editor.
 * (They are no interfaces, as those do not count as plain data where a record of any strings is asked for.)
 */
export function recordTypes(schema: z.ZodObject): string {
  const types = new Map<string, string>();

  function typeOf(part: z.ZodType): string {
    const { def } = part as unknown as { readonly def: z.core.$ZodTypes["_zod"]["def"] };
    switch (def.type) {
      case "string":
        return part.meta()?.title ?? "string";
      case "number":
      case "boolean":
        return def.type;
      case "enum":
        return literals(Object.values(def.entries));
      case "literal":
        return literals(def.values);
      case "nullable":
        return `${typeOf(def.innerType as z.ZodType)} | null`;
      case "union":
        return [...new Set(def.options.map((option) => typeOf(option as z.ZodType)))].join(" | ");
      case "array":
        return `${typeOf(def.element as z.ZodType)}[]`;
      case "tuple":
        return `[${def.items.map((item) => typeOf(item as z.ZodType)).join(", ")}]`;
      case "record":
        return `Record<string, ${typeOf(def.valueType as z.ZodType)}>`;
      case "optional":
        return `${typeOf(def.innerType as z.ZodType)} | undefined`;
      case "object":
        return typeOfObject(part as z.ZodObject);
      default:
        throw new Error(`A record has no ${def.type}.`);
    }
  }

  function typeOfObject(object: z.ZodObject): string {
    const title = object.meta()?.title;
    if (title === undefined) throw new Error("An object of the record has no title.");
    const properties = Object.entries(object.shape).map(([name, part]) => property(name, part as z.ZodType, typeOf));
    const about = ownDescription(object);
    types.set(
      title,
      `${about === undefined ? "" : doc(about, "")}export type ${title} = {\n${properties.join("")}};\n`,
    );
    return title;
  }

  typeOfObject(schema);
  return [HEAD, ...types.values()].join("\n");
}

/** What an object is; where it is a property, that may be described otherwise. */
function ownDescription(object: z.ZodObject): string | undefined {
  const parent = object._zod.parent as z.ZodObject | undefined;
  return (parent?.meta()?.title === undefined ? object : parent).description;
}

function property(name: string, part: z.ZodType, typeOf: (part: z.ZodType) => string): string {
  const { description } = part;
  if (description === undefined) throw new Error(`The record does not say what "${name}" is.`);
  const type = typeOf(part);
  const line = `  ${name}${part.type === "optional" ? "?" : ""}: ${type};`;
  const options = type.split(" | ").map((option) => `    | ${option}`);
  const broken = `  ${name}:\n${options.join("\n")};`;
  return `${doc(description)}${line.length <= WIDTH ? line : broken}\n`;
}

function literals(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

/** A doc comment, on one line where it fits. */
function doc(text: string, indent = "  "): string {
  const line = `${indent}/** ${text} */`;
  if (line.length <= WIDTH) return `${line}\n`;
  const lines = [`${indent} *`];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(`${indent} * ${word}`);
  }
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}

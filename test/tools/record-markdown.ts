import { z } from "zod";

/** The parts of a record as Markdown: a table for each object of its schema, with the descriptions. */
export function recordMarkdown(schema: z.ZodObject): string {
  const sections = new Map<string, string>();
  addSection(z.toJSONSchema(schema) as JsonSchema, sections);
  return [...sections.values()].join("\n");
}

interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

function addSection(object: JsonSchema, sections: Map<string, string>): void {
  const title = object.title ?? "";
  // Its place comes before those of the objects within it.
  sections.set(title, "");
  const rows = Object.entries(object.properties ?? {}).map(
    ([name, part]) => `| \`${name}\` | ${typeOf(part, sections)} | ${cell(part.description ?? "")} |`,
  );
  sections.set(title, `### ${title}\n\n| property | type | is |\n|---|---|---|\n${rows.join("\n")}\n`);
}

function typeOf(part: JsonSchema, sections: Map<string, string>): string {
  if (part.const !== undefined) return `\`${JSON.stringify(part.const)}\``;
  if (part.enum !== undefined) return part.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if (part.anyOf !== undefined) return [...new Set(part.anyOf.map((one) => typeOf(one, sections)))].join(" or ");
  if (part.prefixItems !== undefined) return `${part.prefixItems.length} numbers`;
  if (part.items !== undefined) return `list of ${typeOf(part.items, sections)}`;
  if (typeof part.additionalProperties === "object") return `map of ${typeOf(part.additionalProperties, sections)}`;
  if (part.properties !== undefined) {
    addSection(part, sections);
    return `[${part.title}](#${part.title?.toLowerCase()})`;
  }
  return part.format ?? part.type ?? "";
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

/**
 * A document with the part between `<!-- name: … -->` and `<!-- /name -->` made anew.
 * @throws Error where it has no such part
 */
export function withGeneratedPart(document: string, name: string, part: string): string {
  const begin = new RegExp(`<!-- ${name}:.*?-->\\n`, "s").exec(document);
  if (begin === null) throw new Error(`The document has no place for "${name}".`);
  const start = begin.index + begin[0].length;
  return `${document.slice(0, start)}${part}${document.slice(document.indexOf(`<!-- /${name} -->`, start))}`;
}

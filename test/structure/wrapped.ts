/** A paragraph in lines of a width; a table's row is one line. */
export function wrapped(paragraph: string, width: number): string {
  if (paragraph.includes("\t")) return paragraph;
  const lines = [""];
  for (const word of paragraph.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}

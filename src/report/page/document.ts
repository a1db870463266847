import { type Html, html } from "./html.ts";
import { STYLE } from "./style.ts";

/** A whole page that loads nothing from anywhere, and runs nothing. */
export function pageOf(title: string, body: readonly Html[]): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
${STYLE}
</head>
<body>
<main>
<h1>${title}</h1>
${body}</main>
</body>
</html>
`.text;
}

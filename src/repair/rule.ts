import type { Edit } from "../model/edit.ts";
import type { TracedText } from "../text/traced-text.ts";
import type { Facts } from "./facts.ts";

/** A rule only finds; the one applier is `TracedText.apply`. */
export type Rule = (text: TracedText, facts: Facts) => Edit[];

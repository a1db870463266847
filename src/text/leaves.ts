import type { Leaf, MemoTree } from "./memo-tree.ts";

/** A filled leaf of the memo and its JSON Pointer. */
export interface PlacedLeaf {
  readonly pointer: string;
  readonly leaf: Leaf<string | boolean>;
}

/** All filled leaves of a memo, in the order of the contract. */
export function leavesOf(tree: MemoTree): PlacedLeaf[] {
  return collect(tree, "/memo");
}

function collect(node: unknown, pointer: string): PlacedLeaf[] {
  if (node === null || typeof node !== "object") return [];
  if (isLeaf(node)) return [{ pointer, leaf: node }];
  return Object.entries(node).flatMap(([key, child]) => collect(child, `${pointer}/${key}`));
}

function isLeaf(node: object): node is Leaf<string | boolean> {
  return "value" in node && "text" in node && "confidence" in node;
}

/** The values of a tree, leaves replaced by what they hold: the contract's `memo`. */
export function valuesOf(node: unknown): unknown {
  if (node === null || typeof node !== "object") return node;
  if (isLeaf(node)) return node.value;
  if (Array.isArray(node)) return node.map(valuesOf);
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, valuesOf(child)]));
}

/** A tree with each leaf's confidence put in another's place. */
export function withConfidences(
  tree: MemoTree,
  confidenceOf: (pointer: string, leaf: PlacedLeaf["leaf"]) => number,
): MemoTree {
  const mapped = (node: unknown, pointer: string): unknown => {
    if (node === null || typeof node !== "object") return node;
    if (isLeaf(node)) return { ...node, confidence: confidenceOf(pointer, node) };
    if (Array.isArray(node)) return node.map((child, at) => mapped(child, `${pointer}/${at}`));
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, mapped(child, `${pointer}/${key}`)]));
  };
  return mapped(tree, "/memo") as MemoTree;
}

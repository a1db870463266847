/**
 * Works on items side by side and gives the results in the items' order.
 * At most `window` items are begun and not yet handed out, so memory stays bounded
 * however slow one of them is.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  window: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    begun.push(settledLater(work(item)));
    if (begun.length >= window) yield await (begun.shift() as Promise<R>);
  }
  for (const result of begun) yield await result;
}

/** A promise whose rejection may be looked at later without counting as unhandled. */
function settledLater<R>(promise: Promise<R>): Promise<R> {
  promise.catch(() => {});
  return promise;
}

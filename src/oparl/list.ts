/** A page of an OParl list, as an endpoint serves it. */
export interface OparlList<T> {
  readonly data: readonly T[];
  readonly pagination: {
    readonly totalElements: number;
    readonly elementsPerPage: number;
    readonly currentPage: number;
    readonly totalPages: number;
  };
  readonly links: {
    readonly first: string;
    readonly prev?: string;
    readonly self: string;
    readonly next?: string;
    readonly last: string;
  };
}

/** Objects on a page, as the specification's examples have them. */
export const LIST_PAGE = 100;

/**
 * A page of a list of objects.
 * @param data the objects of this page
 * @param place `page` from 1; `total` is the number of objects on all pages
 * @param url of the list, to which "/" and the page's number are added
 */
export function listPage<T>(
  data: readonly T[],
  { page, total }: { readonly page: number; readonly total: number },
  url: string,
): OparlList<T> {
  const totalPages = Math.max(1, Math.ceil(total / LIST_PAGE));
  const link = (number: number): string => `${url}/${number}`;
  return {
    data,
    pagination: { totalElements: total, elementsPerPage: LIST_PAGE, currentPage: page, totalPages },
    links: {
      first: link(1),
      ...(page > 1 && { prev: link(page - 1) }),
      self: link(page),
      ...(page < totalPages && { next: link(page + 1) }),
      last: link(totalPages),
    },
  };
}

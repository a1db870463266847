/**
 * Characters that show nothing and change what is shown: control and format characters (marks that turn the direction of
 * writing, tags, joiners, soft hyphens), line and paragraph separators, lone surrogates, and codes that are no characters.
 */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";

/** Bytes of a request's body: a memo of a hundred pages stays far below. */
const MAX_BODY_BYTES = 2 * 1024 ** 2;

/** Methods that change nothing. */
const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Lets only the page itself talk to the server: requests name this very host and port, come from no other site, and
 * stand below a path that begins with the token. Another program's pages know none of these.
 * @param origin "http://127.0.0.1:4711", known once the server listens
 */
export function guard(token: string, origin: () => string): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    if (`http://${req.header("host")}` !== origin()) return context.text("This host is not served.", 403);
    const from = req.header("origin");
    if (from === undefined ? !READING.has(req.method) : from !== origin()) {
      return context.text("Requests of other pages are refused.", 403);
    }
    const site = req.header("sec-fetch-site");
    const isOwn = site === undefined || site === "same-origin" || site === "none";
    // A browser comes here from a file that holds the address; what it comes to cannot be framed.
    const isVisit = req.method === "GET" && req.header("sec-fetch-mode") === "navigate";
    if (!isOwn && !(isVisit && req.header("sec-fetch-dest") === "document")) {
      return context.text("Requests of other sites are refused.", 403);
    }
    if (!isSame(req.path.split("/")[1] ?? "", token)) return context.text("Not found.", 404);
    return next();
  };
}

/** Compares in a time that tells nothing of where two texts differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** What a browser may do with the page: run its own script and style, show its own pictures, ask its own server. */
export function headers(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "blob:"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    crossOriginResourcePolicy: "same-origin",
    referrerPolicy: "no-referrer",
    xFrameOptions: "DENY",
    strictTransportSecurity: false,
  });
}

export function boundedBody(): MiddlewareHandler {
  return bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => context.text("The request is too large.", 413) });
}

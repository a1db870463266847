import { createServer, type OutgoingHttpHeaders, type Server } from "node:http";

export interface OperatorPages {
  /** Whether the process may be given work: it reaches its database and its files, and is not about to end. */
  readonly isReady: () => boolean;
  readonly metricsType: string;
  readonly metrics: () => Promise<string>;
}

export interface OperatorServer {
  readonly port: number;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const UNAVAILABLE: Answer = { status: 503, type: "text/plain", body: "unavailable\n" };
const READ_ONLY: Answer = { status: 405, type: "text/plain", body: "This only tells.\n" };
const ELSEWHERE: Answer = { status: 403, type: "text/plain", body: "This host is not served.\n" };

const LOOPBACK = "127.0.0.1";

/** Names by which a browser on this machine may ask; a page of another site that lets its name lead here has none. */
const OWN_NAMES = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u;

/**
 * Answers operators: /healthz (the process lives), /readyz, /metrics.
 * @param port 0 for any free one
 * @throws the error of the system if it cannot listen
 */
export function serveOperators(host: string, port: number, pages: OperatorPages): Promise<OperatorServer> {
  return serveText(host, port, (url) => operatorPage(url, pages));
}

async function operatorPage(url: string, pages: OperatorPages): Promise<Answer> {
  const plain = (status: number, body: string): Answer => ({ status, type: "text/plain", body });
  switch (url) {
    case "/healthz":
      return plain(200, "ok\n");
    case "/readyz":
      return pages.isReady() ? plain(200, "ready\n") : plain(503, "not ready\n");
    case "/metrics":
      return { status: 200, type: pages.metricsType, body: await pages.metrics() };
    default:
      return plain(404, "/healthz /readyz /metrics\n");
  }
}

/**
 * Serves texts that somebody reads; nothing can be changed by a request.
 * @param port 0 for any free one
 * @throws the error of the system if it cannot listen
 */
export async function serveText(
  host: string,
  port: number,
  pageAt: (url: string) => Promise<Answer>,
  headers: OutgoingHttpHeaders = {},
): Promise<OperatorServer> {
  const server = createServer(async (request, response) => {
    const { method, url = "", headers: asked } = request;
    const { status, type, body } = await answerTo();
    response.writeHead(status, { ...headers, "content-type": type, "x-content-type-options": "nosniff" });
    response.end(method === "HEAD" ? undefined : body);

    async function answerTo(): Promise<Answer> {
      if (method !== "GET" && method !== "HEAD") return READ_ONLY;
      if (host === LOOPBACK && !OWN_NAMES.test(asked.host ?? "")) return ELSEWHERE;
      return pageAt(url).catch(() => UNAVAILABLE);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return { port: portOf(server), close: () => closed(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return address === null || typeof address === "string" ? 0 : address.port;
}

/** Connections that a scraper keeps open end with the server. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

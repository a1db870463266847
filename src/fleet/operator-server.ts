import { createServer, type Server, type ServerResponse } from "node:http";

export interface OperatorPages {
  /** Whether the process may be given work: it reaches its database, and is not about to end. */
  readonly isReady: () => boolean;
  readonly metricsType: string;
  readonly metrics: () => Promise<string>;
}

export interface OperatorServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers operators: /healthz (the process lives), /readyz, /metrics.
 * @param port 0 for any free one
 * @throws the error of the system if it cannot listen
 */
export async function serveOperators(host: string, port: number, pages: OperatorPages): Promise<OperatorServer> {
  const server = createServer((request, response) => {
    answer(request.url ?? "", response, pages).catch(() => send(response, 503, "text/plain", "unavailable\n"));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return { port: portOf(server), close: () => closed(server) };
}

async function answer(url: string, response: ServerResponse, pages: OperatorPages): Promise<void> {
  switch (url) {
    case "/healthz":
      return send(response, 200, "text/plain", "ok\n");
    case "/readyz":
      return pages.isReady()
        ? send(response, 200, "text/plain", "ready\n")
        : send(response, 503, "text/plain", "not ready\n");
    case "/metrics":
      return send(response, 200, pages.metricsType, await pages.metrics());
    default:
      return send(response, 404, "text/plain", "/healthz /readyz /metrics\n");
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type }).end(body);
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

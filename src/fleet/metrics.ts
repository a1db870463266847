import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { FailureCode } from "../model/failure.ts";
import type { MemoRecord } from "../model/record.ts";
import type { Meter } from "./metered-store.ts";
import type { QueueDepth } from "./queue.ts";

/** Seconds: a text takes tenths, a page some, a folder of hundreds of pages many minutes. */
const SECONDS_BUCKETS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** What a worker tells Prometheus. Counts are those of this process. */
export class WorkerMetrics implements Meter {
  readonly #registry = new Registry();
  readonly #documents = new Counter({
    ...this.#named("documents_total", "Documents ended, by outcome: records, or the reason of the failure."),
    labelNames: ["outcome"],
  });
  readonly #records = new Counter({
    ...this.#named("records_total", "Records made, by status."),
    labelNames: ["status"],
  });
  readonly #pages = new Counter(this.#named("pages_total", "Pages of the documents that gave records."));
  readonly #lost = new Counter(this.#named("claims_lost_total", "Documents not ended: given back, or taken over."));
  readonly #inHand = new Gauge(this.#named("documents_in_hand", "Documents being worked on."));
  readonly #seconds = new Histogram({
    ...this.#named("document_seconds", "Time from a document's claim to its end."),
    buckets: SECONDS_BUCKETS,
  });

  /** @param depth of the queue, and whether the database answers; asked at each scrape */
  constructor(depth: () => Promise<QueueDepth>, isUp: () => boolean) {
    new Gauge({
      ...this.#named("queue_documents", "Documents in the queue, as counted some seconds ago."),
      labelNames: ["state"],
      async collect() {
        const { waiting, active } = await depth();
        this.set({ state: "waiting" }, waiting);
        this.set({ state: "active" }, active);
      },
    });
    new Gauge({
      ...this.#named("database_up", "1 while the database answers."),
      collect() {
        this.set(isUp() ? 1 : 0);
      },
    });
    collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  begun(): void {
    this.#inHand.inc();
  }

  completed(seconds: number, records: readonly MemoRecord[]): void {
    this.#ended(seconds, "records");
    for (const { status } of records) this.#records.inc({ status });
    this.#pages.inc(records[0]?.source.pages.of ?? 0);
  }

  failed(seconds: number, code: FailureCode): void {
    this.#ended(seconds, code);
  }

  lost(): void {
    this.#inHand.dec();
    this.#lost.inc();
  }

  #ended(seconds: number, outcome: string): void {
    this.#inHand.dec();
    this.#documents.inc({ outcome });
    this.#seconds.observe(seconds);
  }

  #named(name: string, help: string) {
    return { name: `hausmitteilung_${name}`, help, registers: [this.#registry] };
  }
}

import type { Usage } from "@sinkove/contract";

/** A number of requests with its name. */
export interface Share {
  readonly id: string;
  readonly requests: number;
}

/** Counts the requests of a period by operation, in descending order. */
export function byOperation({ buckets }: Usage): readonly Share[] {
  const sums = new Map<string, number>();
  for (const bucket of buckets) {
    for (const [id, requests] of Object.entries(bucket.byOperation)) {
      sums.set(id, (sums.get(id) ?? 0) + requests);
    }
  }
  const shares = [...sums].map(([id, requests]) => ({ id, requests }));
  return shares.toSorted((a, b) => b.requests - a.requests);
}

/** Counts all requests of a period. */
export function totalRequests({ buckets }: Usage): number {
  return buckets.reduce((sum, { requests }) => sum + requests, 0);
}

/** Counts the requests of a period with a status of 400 or higher. */
export function failedRequests({ buckets }: Usage): number {
  return buckets.reduce((sum, { byStatusClass }) => {
    return sum + (byStatusClass["4xx"] ?? 0) + (byStatusClass["5xx"] ?? 0);
  }, 0);
}

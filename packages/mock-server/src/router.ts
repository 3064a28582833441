import { type OperationId, operations } from "@sinkove/contract";

interface Route {
  readonly id: OperationId;
  readonly pattern: RegExp;
}

const METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

const routes = Map.groupBy(
  Object.values(operations).map(({ id, method, path }) => ({
    id,
    key: keyOf(method, path),
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  })),
  ({ key }) => key,
);

/** The operation of the contract that a request is for, with `/v1` or without; undefined where it has none. */
export function operationOf(method: string, pathname: string): OperationId | undefined {
  const own = method === "HEAD" ? "GET" : method;
  if (!METHODS.has(own)) return undefined;
  const path = withoutVersion(pathname);
  const candidates: readonly Route[] = routes.get(keyOf(own, path)) ?? [];
  return candidates.find(({ pattern }) => pattern.test(path))?.id;
}

/** A path as the contract writes it. */
export function withoutVersion(pathname: string): string {
  return pathname.startsWith("/v1/") ? pathname.slice(3) : pathname;
}

/** Few operations share a method and a number of segments. */
function keyOf(method: string, path: string): string {
  return `${method} ${path.split("/").length}`;
}

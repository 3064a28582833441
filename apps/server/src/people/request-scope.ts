import { AsyncLocalStorage } from "node:async_hooks";

/** What better-auth's hooks need to know of the request that they run in. */
export interface RequestScope {
  /** The origin that the person uses. */
  readonly origin: string;
  /** Whether the person comes back from an identity provider. */
  readonly isProviderCallback: boolean;
  /** The network that the request comes from; undefined for this machine. */
  readonly network: string | undefined;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** Runs the work of a request. */
export function inRequestScope<T>(scope: RequestScope, work: () => Promise<T>): Promise<T> {
  return scopes.run(scope, work);
}

/** The request that is being answered. @throws TypeError outside of one */
export function currentRequest(): RequestScope {
  const scope = scopes.getStore();
  if (!scope) throw new TypeError("There is no request to answer.");
  return scope;
}

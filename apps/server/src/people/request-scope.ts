import { AsyncLocalStorage } from "node:async_hooks";

/** The parts of the current request that better-auth's hooks need. */
export interface RequestScope {
  /** The origin that the person uses. */
  readonly origin: string;
  /** Whether the person returns from an identity provider. */
  readonly isProviderCallback: boolean;
  /** The network of the client; undefined for this machine. */
  readonly network: string | undefined;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** Runs code within the scope of a request. */
export function inRequestScope<T>(scope: RequestScope, work: () => Promise<T>): Promise<T> {
  return scopes.run(scope, work);
}

/** The scope of the current request. @throws TypeError outside of a request */
export function currentRequest(): RequestScope {
  const scope = scopes.getStore();
  if (!scope) throw new TypeError("There is no current request.");
  return scope;
}

import { promises } from "node:dns";
import { WebhookSendError } from "../../webhooks/send.ts";

/** An address of a host. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * Finds every address of a host name.
 *
 * @throws WebhookSendError if it has none, or if the look-up fails
 */
export type ResolveHost = (hostname: string) => Promise<readonly HostAddress[]>;

/** Options of {@link createHostResolver}. */
export interface HostResolverOptions {
  /** Default: those of the system. */
  readonly servers?: readonly string[];
  /** How long to wait for a name server before the query is sent once more, in milliseconds. Default: 2000. */
  readonly timeout?: number;
}

const TRIES = 2;

/**
 * Creates a resolver that only uses the DNS. `dns.lookup` would occupy one of this process's few threads for look-ups
 * until a name server responds, and that server may belong to the owner of the endpoint. Two of its names would then
 * keep the process from looking up its own database.
 */
export function createHostResolver(options: HostResolverOptions = {}): ResolveHost {
  const { servers, timeout = 2000 } = options;
  return async (hostname) => {
    // A new resolver for each host reads the system's current name servers.
    const resolver = new promises.Resolver({ timeout, tries: TRIES });
    if (servers) resolver.setServers(servers);
    const [four, six] = await Promise.allSettled([
      resolver.resolve4(hostname),
      resolver.resolve6(hostname),
    ]);
    const found = [...addressesOf(four, 4), ...addressesOf(six, 6)];
    if (found.length > 0) return found;
    const isUnknown = [four, six].every(isAnsweredWithout);
    throw new WebhookSendError(
      isUnknown ? "The host name is not known." : "The host name could not be looked up.",
    );
  };
}

/** Looks up a name of this machine, which the DNS may not know. */
export const resolveLocally: ResolveHost = async (hostname) => {
  const found = await promises.lookup(hostname, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

type Answer = PromiseSettledResult<string[]>;

function addressesOf(answer: Answer, family: HostAddress["family"]): HostAddress[] {
  if (answer.status === "rejected") return [];
  return answer.value.map((address) => ({ address, family }));
}

/** Whether a name server has responded that there is no such address. */
function isAnsweredWithout(answer: Answer): boolean {
  return answer.status === "rejected" && ["ENOTFOUND", "ENODATA"].includes(answer.reason.code);
}

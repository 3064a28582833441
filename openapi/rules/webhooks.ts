import type { Location, Rule, Visitor, Visitors } from "./redocly.ts";

/** Restricts a rule to operations that clients call. In webhooks, clients send the responses, and may do so freely. */
export function exceptWebhooks<Options>(rule: Rule<Options>): Rule<Options> {
  return (options) => withoutWebhooks(rule(options));
}

function withoutWebhooks(visitors: Visitors): Visitors {
  const entries = Object.entries(visitors).map(([name, visitor]) => {
    const limited = typeof visitor === "function" ? skipping(visitor) : withoutWebhooks(visitor);
    return [name, limited] as const;
  });
  return Object.fromEntries(entries);
}

function skipping(visitor: Visitor): Visitor {
  return (node, context, parents) => {
    if (!isOfWebhook(context.location)) visitor(node, context, parents);
  };
}

/** Whether a place is in a webhook, in the files (`webhooks/datasetEvent.yaml`) or in the bundle. */
function isOfWebhook({ source, pointer }: Location): boolean {
  return pointer.startsWith("#/webhooks/") || /\/webhooks\/\w+\.yaml$/.test(source.absoluteRef);
}

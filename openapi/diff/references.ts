import { follow, type Located } from "./located.ts";
import { rootOf } from "./operations.ts";

export interface FoundReference {
  readonly place: string;
  readonly reference: string;
}

/** The references inside a node, each with its location. */
export function* referencesIn({ node, pointer }: Located<unknown>): Generator<FoundReference> {
  const pending: { value: unknown; place: string }[] = [{ value: node, place: pointer }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, place } = next;
    if (typeof value !== "object" || value === null) continue;
    if ("$ref" in value && typeof value.$ref === "string") yield { place, reference: value.$ref };
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === "object") pending.push({ value: child, place: `${place}/${key}` });
    }
  }
}

/** The component that a reference points to, or into: `#/components/<kind>/<name>`. */
function componentOf(reference: unknown): string | undefined {
  if (typeof reference !== "string") return undefined;
  return /^#\/components\/[^/]+\/[^/]+/.exec(reference)?.[0];
}

/** The components that operations and webhooks refer to, directly or through other components. */
export function usedComponents({ document }: Located<unknown>): Set<string> {
  const { components: _, ...rest } = document;
  const used = new Set<string>();
  const pending = componentsIn({ ...rootOf(document), node: rest });
  for (let component = pending.pop(); component !== undefined; component = pending.pop()) {
    if (used.has(component)) continue;
    used.add(component);
    const target = { document, pointer: "#", node: { $ref: component } };
    pending.push(...componentsIn(follow<unknown>(target)));
  }
  return used;
}

function componentsIn(located: Located<unknown>): string[] {
  return [...referencesIn(located)].flatMap(({ reference }) => componentOf(reference) ?? []);
}

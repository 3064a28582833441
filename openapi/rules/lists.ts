import type { Operation, PathItem, Response, Schema } from "../document.ts";
import { type Context, createReporter, type Rule } from "./redocly.ts";
import { parametersOf } from "./statuses.ts";

export const listParameters: Rule = () => ({
  PathItem: {
    Operation(operation: Operation, context, { PathItem }: { PathItem: PathItem }) {
      if (!isList(operation)) return;
      const names = parametersOf(operation, PathItem, context).map(({ name }) => name);
      const missing = ["limit", "cursor"].filter((name) => !names.includes(name));
      if (missing.length === 0) return;
      const message = `Add ${missing.join(" and ")} to this list, by $ref to components/parameters.`;
      context.report({ message });
    },
  },
});

export const listArray: Rule = () =>
  onLists((response, context, report) => {
    const { node } = context.resolve<Schema>(response.content?.["application/json"]?.schema ?? {});
    if (node?.type === "array") return;
    report("Return a JSON array from a list: `schema: { type: array, items: … }`.");
  });

export const listLink: Rule = () =>
  onLists((response, _context, report) => {
    if (response.headers?.Link) return;
    report("Declare the header Link on a list, by $ref to components/headers/Link.yaml.");
  });

function onLists(
  visit: (response: Response, context: Context, report: (message: string) => void) => void,
) {
  const report = createReporter();
  return {
    Operation: {
      Response(response: Response, context: Context, parents: { Operation: Operation }) {
        if (!isList(parents.Operation) || String(context.key) !== "200") return;
        visit(response, context, (message) => report(context, message));
      },
    },
  };
}

function isList({ operationId }: Operation): boolean {
  return operationId?.startsWith("list") ?? false;
}

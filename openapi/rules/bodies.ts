import {
  isReference,
  type MediaType,
  type Reference,
  type RequestBody,
  type Schema,
} from "../document.ts";
import { type Context, componentName, createReporter, type Rule } from "./redocly.ts";

export const requestBodyJson: Rule = () => ({
  RequestBody(body: RequestBody, { report, location }) {
    if (Object.keys(body.content ?? {}).join() === "application/json") return;
    const message = "Accept the request body only as application/json.";
    report({ message, location: location.child("content") });
  },
});

/**
 * Request bodies refuse unknown fields, so that clients get a clear 422 for a typing error. Bodies whose form somebody
 * else defines stay open.
 */
export const requestBodyClosed: Rule = () => {
  const report = createReporter();
  return {
    RequestBody: {
      MediaType(media: MediaType, context, { RequestBody }: { RequestBody: RequestBody }) {
        const { node, location } = context.resolve<Schema>(media.schema ?? {});
        if (RequestBody["x-open-reason"] !== undefined) return;
        if (node?.additionalProperties === false) return;
        report(
          context,
          "Set `additionalProperties: false` on the schema of a request body, or say in `x-open-reason` who else decides its form.",
          location,
        );
      },
    },
  };
};

/** Responses allow unknown members, which clients ignore, so that members can be added later. */
export const responseOpen: Rule = () => {
  const report = createReporter();
  return {
    Response: {
      Schema(schema: Schema, context) {
        if (schema.additionalProperties !== false && schema.unevaluatedProperties !== false) return;
        report(
          context,
          "Leave responses open: remove `additionalProperties: false`, so that members can be added.",
        );
      },
    },
  };
};

/** Examples are components, because Prism, the docs and the tests share them. */
export const namedExamples: Rule = () => {
  const report = createReporter();
  return {
    MediaType(media: MediaType, context) {
      if (!/json$/.test(String(context.key))) return;
      const examples = Object.values(media.examples ?? {});
      const areShared = examples.every(
        (example) => isReference(example) && isComponent(example, context),
      );
      if (areShared && examples.length > 0) return;
      report(context, "Give named `examples`, each by $ref to a file in components/examples.");
    },
  };
};

function isComponent(example: Reference, context: Context): boolean {
  const { location } = context.resolve(example);
  return location !== undefined && componentName(location, "examples") !== undefined;
}

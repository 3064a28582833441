import {
  contractMethods,
  isReference,
  type Named,
  type Operation,
  type Parameter,
  type Response,
  type Schema,
} from "../document.ts";
import { onlyPart } from "../limits.ts";
import { type Context, createReporter, type Followed, follow, type Rule } from "./redocly.ts";

const SCALARS = ["string", "integer", "number", "boolean"];

/**
 * A segment of a path is text or one parameter, which has the same name in all paths that begin alike: the router has
 * one place for them.
 */
export const pathForm: Rule = () => {
  const names = new Map<string, string>();
  return {
    PathItem(_item: unknown, { key, report }) {
      const path = String(key);
      if (!/^(\/([\w.~-]+|\{\w+\}))+$/.test(path)) {
        const message = `Make each segment of ${path} either text or one parameter, such as /datasets/{datasetId}.`;
        report({ message });
      }
      for (const { 1: name = "", index } of path.matchAll(/\{(\w+)\}/g)) {
        const before = path.slice(0, index).replaceAll(/\{\w+\}/g, "{}");
        const other = names.get(before) ?? name;
        names.set(before, other);
        if (other === name) continue;
        const message = `Name the parameter ${name} of ${path} ${other}, as in the other paths that begin with ${path.slice(0, index)}.`;
        report({ message });
      }
    },
  };
};

/** The reader of the contract skips other methods. */
export const methodKnown: Rule = () => ({
  PathItem: {
    Operation(_operation: Operation, { key, report }) {
      if (contractMethods.some((method) => method === key)) return;
      const methods = contractMethods.map((method) => method.toUpperCase()).join(", ");
      const message = `Use one of the methods ${methods}: nothing is generated for ${String(key).toUpperCase()}.`;
      report({ message });
    },
  },
});

/** A parameter is written as one text, or in a query as a name that is repeated. */
export const parameterForm: Rule = () => {
  const report = createReporter();
  return {
    Parameter(parameter: Parameter, context) {
      const message = faultIn(parameter, context);
      if (message) report(context, message);
    },
  };
};

function faultIn(parameter: Parameter, context: Context): string | undefined {
  const { name, in: place, style, explode, schema = {} } = parameter;
  if (!["path", "query", "header"].includes(place))
    return `Send ${name} in the path, the query or a header: cookies hold only the session.`;
  const { node, file } = read(context, schema, context.location.source.absoluteRef);
  if (!node) return undefined; // another rule says that the reference leads nowhere
  if (place === "path" && node.type !== "string")
    return `Give the path parameter ${name} a schema with \`type: string\`: the SDKs take ids.`;
  const isList = place === "query" && node.type === "array";
  const type = isList ? read(context, node.items ?? {}, file).node?.type : node.type;
  if (typeof type !== "string" || !SCALARS.includes(type))
    return `Give the parameter ${name} a schema with one \`type\`: ${SCALARS.join(", ")}, or in a query an array of one of these.`;
  const usual = place === "query" ? "form" : "simple";
  if ((style ?? usual) === usual && !(isList && explode === false)) return undefined;
  return `Remove \`style\` and \`explode\` from the parameter ${name}: a list in a query repeats the name (?${name}=a&${name}=b).`;
}

/** Follows references, and the only schema of an `allOf`. */
function read(
  context: Context,
  schema: Schema,
  from: string,
  around: readonly unknown[] = [],
): Followed<Schema> {
  const { node, ...rest } = follow<Schema>(context, schema, from);
  const only = node && onlyPart(node);
  if (!only || around.includes(node)) return { ...rest, ...(node && { node }) };
  return read(context, only, rest.file, [...around, node]);
}

/** A response has a name, one status and one media type: servers and tests find its validator by the name. */
export const responseForm: Rule = () => ({
  Operation({ responses = {} }: Operation, context) {
    for (const [status, response] of Object.entries(responses)) {
      const location = context.location.child(["responses", status]);
      if (!/^[1-5]\d\d$/.test(status)) {
        const message = `Declare each status by itself, such as "404", not ${status}.`;
        context.report({ message, location });
      }
      if (!isReference(response)) {
        const message = `Give the response ${status} a file of its own: $ref to components/responses.`;
        context.report({ message, location });
      }
      const { node } = context.resolve<Response>(response);
      const types = Object.keys(node?.content ?? {});
      if (types.length > 1 && Number(status) < 400) {
        const message = `Return the response ${status} as one media type, not as ${types.join(" and ")}.`;
        context.report({ message, location });
      }
    }
  },
});

/** Names of members are names of attributes in both SDKs. */
export const memberName: Rule = () => {
  const report = createReporter();
  return {
    SchemaProperties(properties: Named<Schema>, context) {
      const known = new Map<string, string>();
      for (const name of Object.keys(properties)) {
        const location = context.location.child(name);
        const attribute = name.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
        const other = known.get(attribute);
        known.set(attribute, name);
        if (!/^[A-Za-z][A-Za-z0-9]*(_[a-z0-9]+)*$/.test(name))
          report(
            context,
            `Name the member ${name} in camelCase: it is an attribute in the SDKs.`,
            location,
          );
        else if (other !== undefined)
          report(
            context,
            `Rename ${name} or ${other}: the Python SDK has one attribute for both.`,
            location,
          );
      }
    },
  };
};

/** A method of the SDKs has an argument for each member of its body, so the body is an object with named members. */
export const sdkBody: Rule = () => ({
  Operation({ operationId, requestBody, "x-sdk": sdk }: Operation, context) {
    if (sdk === false || requestBody === undefined) return;
    const { node: body, file } = follow(context, requestBody, context.location.source.absoluteRef);
    const schema = Object.values(body?.content ?? {})[0]?.schema ?? {};
    const { node } = follow<Schema>(context, schema, file);
    if (!node) return; // another rule says that the reference leads nowhere
    const isPlain = !node.allOf && !node.oneOf && !node.anyOf;
    if (isReference(schema) && isPlain && Object.keys(node.properties ?? {}).length > 0) return;
    const message = `Give the body of ${operationId} a schema by $ref to components/schemas: an object with \`properties\`, without allOf, oneOf and anyOf. The SDKs have an argument for each property. Or set \`x-sdk: false\`.`;
    context.report({ message, location: context.location.child("requestBody") });
  },
});

/** A method of the SDKs returns nothing, an object of the contract, or a list of such objects. */
export const sdkResponse: Rule = () => ({
  Operation(operation: Operation, context) {
    if (operation["x-sdk"] === false) return;
    const { operationId, responses = {} } = operation;
    const location = context.location.child("responses");
    const [success, ...others] = Object.entries(responses).filter(([code]) => /^[123]/.test(code));
    if (!success) return; // other rules require one
    if (!success[0].startsWith("2") || others.length > 0) {
      const message = `Give ${operationId} exactly one response with a status below 400, from 200 to 299: a method of the SDKs returns one type. Or set \`x-sdk: false\`.`;
      context.report({ message, location });
      return;
    }
    const [status, given] = success;
    const { node = {}, file } = follow<Response>(
      context,
      given,
      context.location.source.absoluteRef,
    );
    const isList = operationId?.startsWith("list") ?? false;
    const fault = faultInSuccess(context, { status, node, file, isList });
    if (fault === undefined) return;
    const message = `${fault} Or set \`x-sdk: false\` on ${operationId}.`;
    context.report({ message, location: location.child(status) });
  },
});

interface Success {
  readonly status: string;
  readonly node: Response;
  /** The file that the response is written in. */
  readonly file: string;
  /** Whether the rules of lists apply, which require an array and the header Link. */
  readonly isList: boolean;
}

function faultInSuccess(context: Context, success: Success): string | undefined {
  const { status, node, file, isList } = success;
  const [content] = Object.entries(node.content ?? {});
  if (!content)
    return status === "204"
      ? undefined
      : "Return the status 204 without a body: the SDKs read a body for every other success.";
  if (status === "204") return "Return no body with the status 204: the SDKs do not read it.";
  const [mediaType, { schema = {} }] = content;
  const list = follow<Schema>(context, schema, file);
  if (!list.node) return undefined;
  const isLinked = node.headers?.Link !== undefined;
  if (isList && !(isLinked && list.node?.type === "array")) return undefined;
  if (!isLinked)
    return mediaType === "application/json" && isRecord(context, schema, file)
      ? undefined
      : "Return an object with `properties`, as application/json and by $ref to components/schemas: the SDKs have a class for it. Only a list with the header Link returns an array.";
  return isRecord(context, list.node?.items ?? {}, list.file)
    ? undefined
    : "Give the items of the list a schema by $ref to components/schemas, an object with `properties`: the SDKs have a class for it.";
}

/** Also for a reference that leads nowhere, as another rule says so. */
function isRecord(context: Context, schema: Schema, file: string): boolean {
  const { node } = follow<Schema>(context, schema, file);
  const isObject = !node || node.properties !== undefined || node.allOf !== undefined;
  return isReference(schema) && isObject;
}

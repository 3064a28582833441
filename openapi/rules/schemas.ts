import type { Named, Parameter, Schema } from "../document.ts";
import { type Context, componentName, type Followed, follow, type Rule } from "./redocly.ts";

/** Properties and parameters named …At are date-times, which may be null. */
export const timestampFormat: Rule = () =>
  onNames(/At$/, "date-time", "A field named …At must be a date-time: $ref to Timestamp.yaml");

/** Properties and parameters named id or …Id are UUIDs, which may be null. */
export const idFormat: Rule = () =>
  onNames(/^id$|Id$/, "uuid", "A field named id or …Id must be a UUID: $ref to Uuid.yaml");

/** Every component has a description, and so has every property, itself or through its reference. */
export const schemaDescribed: Rule = () => ({
  Schema(schema: Schema, context) {
    const { location, report } = context;
    if (componentName(location, "schemas") && !schema.description) {
      report({ message: "Add a description to this schema, in a sentence." });
    }
    if (/\/allOf\/\d+$/.test(location.pointer)) return;
    for (const [name, members] of propertiesOf(schema, context, location.source.absoluteRef)) {
      if (members.some((member) => member.description)) continue;
      report({
        message: `Add a description to the property ${name}, here or in the schema that its $ref points to.`,
      });
    }
  },
});

/** A schema may refer to itself in a property; one that is a part of itself has no form, and no end for generators. */
export const schemaFinite: Rule = () => ({
  Schema(schema: Schema, context) {
    const { location, report } = context;
    if (!componentName(location, "schemas")) return;
    if (!isWithinItself(schema, context, location.source.absoluteRef, [])) return;
    report({
      message:
        "Break the circle: this schema is a part of itself, by allOf, oneOf, anyOf or items. Let a property refer to it instead.",
    });
  },
});

/** Several objects in a `oneOf` are told apart by their member `type`: the Python SDK chooses the class by it. */
export const alternativeTyped: Rule = () => ({
  Schema({ oneOf = [], anyOf = [] }: Schema, context) {
    const { location, report } = context;
    const alternatives = [...oneOf, ...anyOf].map((part) =>
      follow<Schema>(context, part, location.source.absoluteRef),
    );
    const objects = alternatives.filter(({ node }) => node?.properties || node?.allOf);
    if (objects.length < 2) return;
    const isTyped = ({ node, file }: Followed<Schema>): boolean => {
      const { type } = node?.properties ?? {};
      const { node: told } = follow<Schema>(context, type ?? {}, file);
      return told?.const !== undefined || told?.enum !== undefined;
    };
    if (objects.every(isTyped)) return;
    report({
      message:
        "Give each object of this oneOf a property `type` with its own `const` or `enum`: the SDKs tell the objects apart by it.",
    });
  },
});

function isWithinItself(
  written: Schema,
  context: Context,
  from: string,
  around: readonly unknown[],
): boolean {
  const { node, file } = follow<Schema>(context, written, from);
  if (!node || around.includes(node)) return node !== undefined && node === around[0];
  const { allOf = [], oneOf = [], anyOf = [], items } = node;
  return [...allOf, ...oneOf, ...anyOf, ...(items ? [items] : [])].some((part) =>
    isWithinItself(part, context, file, [...around, node]),
  );
}

function onNames(pattern: RegExp, format: string, advice: string) {
  const check = (name: string, written: Schema, context: Context) => {
    const { node } = context.resolve<Schema>(written);
    const types = [node?.type].flat().filter((type) => type !== "null");
    if (node?.format === format && types.join() === "string") return;
    const message = `${advice}, or \`type: [string, "null"]\` with \`format: ${format}\`.`;
    context.report({ message, location: context.location.child(name) });
  };
  return {
    SchemaProperties(properties: Named<Schema>, context: Context) {
      for (const [name, schema] of Object.entries(properties)) {
        if (pattern.test(name)) check(name, schema, context);
      }
    },
    Parameter(parameter: Parameter, context: Context) {
      if (pattern.test(parameter.name) && parameter.schema)
        check("schema", parameter.schema, context);
    },
  };
}

/** The properties by name, from all schemas of an `allOf`: a description in one of them is enough. */
function propertiesOf(
  written: Schema,
  context: Context,
  from: string,
  around: readonly unknown[] = [],
): Map<string, Schema[]> {
  const { node, file } = follow<Schema>(context, written, from);
  const found = new Map<string, Schema[]>();
  if (around.includes(node)) return found;
  const add = (name: string, ...members: Schema[]) =>
    found.set(name, [...(found.get(name) ?? []), ...members]);
  for (const member of node?.allOf ?? []) {
    for (const [name, members] of propertiesOf(member, context, file, [...around, node]))
      add(name, ...members);
  }
  for (const [name, property] of Object.entries(node?.properties ?? {})) {
    add(name, property, follow<Schema>(context, property, file).node ?? {});
  }
  return found;
}

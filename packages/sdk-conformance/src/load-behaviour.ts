import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readContract } from "@sinkove/openapi/contract";
import { type Example, resolve } from "@sinkove/openapi/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Behaviour } from "./behaviour.ts";
import { isObject, type JsonObject, mapJson, merge } from "./json.ts";

const require = createRequire(import.meta.url);
const { document } = readContract();
const schema: JsonObject = require("../behaviours/schema.json");
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(
  schema,
);

/** Reads a behaviour file: one behaviour, or one for each value in its `each`. */
export function loadBehaviours(path: string | URL): Behaviour[] {
  const file: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isObject(file) || !validate(file)) {
    const faults = validate.errors?.map((e) => `\n  ${e.instancePath || "/"}: ${e.message}`) ?? [];
    throw new Error(`${path} is no behaviour (see behaviours/README.md):${faults.join("")}`);
  }
  return casesOf(file).map(useExamples);
}

function casesOf({ each, $schema: _, ...behaviour }: JsonObject): JsonObject[] {
  if (!isObject(each)) return [behaviour];
  return Object.entries(each).flatMap(([name, values]) =>
    (values as unknown[]).map((value) => fill(behaviour, { [name]: value }) as JsonObject),
  );
}

/** Replaces `{{name}}` with values. A text that consists only of a placeholder gets the value's type. */
export function fill(json: unknown, values: JsonObject): unknown {
  return mapJson(json, (part) => {
    if (typeof part !== "string") return part;
    const [, whole = ""] = /^\{\{(\w+)\}\}$/.exec(part) ?? [];
    if (whole in values) return values[whole];
    return part.replace(/\{\{(\w+)\}\}/g, (text, name) => String(values[name] ?? text));
  });
}

function useExamples(behaviour: JsonObject): Behaviour {
  const used = mapJson(behaviour, (part) => {
    if (!isObject(part) || typeof part.$example !== "string") return part;
    const { $example, ...patch } = part;
    const $ref = `#/components/examples/${$example}`;
    return merge(resolve<Example>(document, { $ref }).value, patch);
  });
  return used as Behaviour; // a boundary: validated by the schema
}

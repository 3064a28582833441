import { contractOf } from "@sinkove/openapi/contract";
import type { Document, PathItem, Schema } from "@sinkove/openapi/document";
import { describe, expect, test } from "vitest";
import { calleesOf, pythonCallee, typescriptCallee } from "../src/callees.ts";
import { pythonModules } from "../src/python.ts";
import { sdkModelOf } from "../src/sdk-model.ts";
import { typescriptModules } from "../src/typescript.ts";
import { smallContract } from "./small-contract.ts";

const model = sdkModelOf(contractOf(smallContract));
const typescript = typescriptModules(model, {
  extended: { FilmRolls: "../resources/film-rolls.ts" },
});
const python = pythonModules(model, {
  records: {
    Film: { blocking: ["Film", "..films.film"], awaiting: ["AsyncFilm", "..films.async_film"] },
  },
  bases: {
    FilmRolls: {
      blocking: ["FilmMethods", ".._film_methods"],
      awaiting: ["AsyncFilmMethods", ".._async_film_methods"],
    },
  },
  exceptions: { 404: "NotFoundError", 409: "ConflictError", 422: "ValidationError" },
});

// To accept a change: run npx vitest --update, and review the diff.
describe("a small contract with every case", () => {
  test.each([...typescript])("%s matches the reviewed file", async (name, text) => {
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test.each([...python])("%s matches the reviewed file", async (name, text) => {
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test("each operation has an expression that calls it, in both languages", () => {
    const callees = calleesOf(contractOf(smallContract), model);
    const expressions = callees.map((callee) => [
      callee.operationId,
      typescriptCallee(callee, () => "id"),
      pythonCallee(callee, () => "id"),
    ]);
    expect(expressions).toEqual([
      ["getStatus", "sinkove.status", "client.status"],
      ["listFilmRolls", "sinkove.filmRolls.list", "client.film_rolls.list"],
      ["createFilmRoll", "sinkove.filmRolls.create", "client.film_rolls.create"],
      ["getFilmRoll", "sinkove.filmRolls.get", "client.film_rolls.get"],
      ["putFilmRoll", "sinkove.filmRolls.put", "client.film_rolls.put"],
      ["updateFilmRoll", "sinkove.filmRolls.update", "client.film_rolls.update"],
      ["deleteFilmRoll", "sinkove.filmRolls.delete", "client.film_rolls.delete"],
      ["developFrame", "sinkove.filmRolls.developFrame", "client.film_rolls.develop_frame"],
      ["listStudios", "sinkove.studios.list", "client.studios.list"],
      ["listStudioPrints", "sinkove.studios.prints(id).list", "client.studios.prints(id).list"],
      ["listPrints", "sinkove.prints.list", "client.prints.list"],
    ]);
  });
});

describe("a contract from which a method cannot be generated", () => {
  const path = "/film-rolls/{filmId}";
  const cases: [fault: string, change: Document, message: RegExp][] = [
    [
      "an operation without a name",
      withPath("/x", { get: { operationId: "frobnicate", tags: ["Studios"], responses: {} } }),
      /Say where the SDKs have frobnicate: `x-sdk: \{ resource: studios, method: … \}`/,
    ],
    [
      "a body without a named schema",
      withPath(path, { patch: { ...patch(), requestBody: { content: json({ type: "object" }) } } }),
      /Give the body of updateFilmRoll a schema by \$ref/,
    ],
    [
      "a response without a named schema",
      withPath(path, { patch: { ...patch(), responses: { "200": { content: json({}) } } } }),
      /Give the response of updateFilmRoll a schema by \$ref/,
    ],
    [
      "a resource of which only a part is within a parent",
      withPath("/prints/{printId}", {
        delete: { operationId: "deletePrint", tags: ["Prints"], responses: {} },
      }),
      /deletePrint has no scoped form within studios, but others of prints have/,
    ],
    [
      "two arguments of one name in Python",
      withPath("/film-rolls/{numFrames}", {
        parameters: [{ name: "numFrames", in: "path", schema: { type: "string" } }],
        post: { ...smallContract.paths?.["/film-rolls"]?.post, operationId: "copyFilmRoll" },
      }),
      /Two arguments of copyFilmRoll are called num_frames in Python/,
    ],
    [
      "a reference to nothing",
      withPath(path, { parameters: [{ $ref: "#/components/parameters/Nothing" }], patch: patch() }),
      /refers to #\/components\/parameters\/Nothing, which does not exist/,
    ],
  ];

  test.each(cases)(
    "is rejected for %s, and the error says what to do",
    (_fault, document, message) => {
      expect(() => sdkModelOf(contractOf(document))).toThrow(message);
    },
  );
});

test("the error for an argument with the name of an option says what to do", () => {
  const get = { operationId: "listTimeouts", tags: ["Studios"], "x-sdk": { method: "timeouts" } };
  const document = withPath("/timeouts", {
    get: {
      ...smallContract.paths?.["/studios"]?.get,
      ...get,
      parameters: [{ name: "timeout", in: "query", schema: { type: "integer" } }],
    },
  });
  expect(() =>
    pythonModules(sdkModelOf(contractOf(document)), { records: {}, bases: {}, exceptions: {} }),
  ).toThrow(/An argument of listTimeouts is called timeout in Python/);
});

function json(schema: Schema) {
  return { "application/json": { schema } };
}

function patch() {
  return smallContract.paths?.["/film-rolls/{filmId}"]?.patch ?? {};
}

function withPath(path: string, item: PathItem): Document {
  const { paths = {} } = smallContract;
  return { ...smallContract, paths: { ...paths, [path]: { ...paths[path], ...item } } };
}

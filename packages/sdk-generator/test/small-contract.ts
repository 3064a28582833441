import type { Document, Schema } from "@sinkove/openapi/document";

const uuid: Schema = { $ref: "#/components/schemas/Uuid" };
const id = (name: string) => ({
  name,
  in: "path",
  required: true,
  description: `The id of a ${name.replace(/Id$/, "")}.`,
  schema: uuid,
});
const limit = {
  name: "limit",
  in: "query",
  description: "How many a page has.",
  schema: { type: "integer", minimum: 1, maximum: 50, default: 10 },
};
const cursor = {
  name: "cursor",
  in: "query",
  description: "Where to go on.",
  schema: { type: "string" },
};

function json(schema: Schema) {
  return { description: "It is so.", content: { "application/json": { schema } } };
}

function list(items: Schema) {
  return { ...json({ type: "array", items }), headers: { Link: { schema: { type: "string" } } } };
}

function problem(...codes: string[]) {
  const schema = { allOf: [{ properties: { code: { enum: codes } } }] };
  return { description: "It is not so.", content: { "application/problem+json": { schema } } };
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const film = ref("Film");

/** A small contract with every case that the generator distinguishes. */
export const smallContract: Document = {
  info: { title: "Films", version: "1.0.0" },
  tags: [
    { name: "Film rolls", description: "Rolls of film,\nwith `frames`." },
    { name: "Studios", description: "Who has films." },
  ],
  paths: {
    "/status": {
      get: {
        operationId: "getStatus",
        "x-sdk": { method: "status" },
        tags: ["Studios"],
        summary: 'Tell how things are "now"',
        security: [],
        responses: { "200": json(ref("Status")) },
      },
    },
    "/film-rolls": {
      get: {
        operationId: "listFilmRolls",
        tags: ["Film rolls"],
        summary: "List rolls",
        description:
          'Returns the rolls, newest first.\n\nA second paragraph, which ends a comment: */ and a docstring: """, and has a \\ in it.',
        security: [{ apiKey: ["films:read"] }],
        parameters: [
          limit,
          cursor,
          {
            name: "from",
            in: "query",
            "x-python-name": "start",
            description: "The first moment.",
            schema: { type: "string", format: "date-time" },
          },
          {
            name: "before",
            in: "query",
            description: "The last moment.",
            schema: ref("Timestamp"),
          },
          { name: "kind", in: "query", description: "Of this kind.", schema: ref("Kind") },
          {
            name: "size",
            in: "query",
            description: "Of this size.",
            schema: { type: "string", enum: ["small", "large"] },
          },
          {
            name: "grain",
            in: "query",
            description: "Its grain.",
            schema: { allOf: [ref("Kind")], default: "fine" },
          },
          {
            name: "speeds",
            in: "query",
            description: "Of these speeds.",
            schema: { type: "array", items: { type: "number" } },
          },
          {
            name: "operation",
            in: "query",
            description: "Developed by this operation.",
            schema: { type: "string" },
          },
          {
            name: "isColour",
            in: "query",
            required: true,
            deprecated: true,
            description: "In colour.",
            schema: { type: "boolean" },
          },
        ],
        responses: { "200": list(film), "422": problem("INVALID") },
      },
      post: {
        operationId: "createFilmRoll",
        tags: ["Film rolls"],
        summary: "Make a roll",
        security: [{ apiKey: ["films:read", "films:write"] }],
        parameters: [
          {
            name: "Idempotency-Key",
            in: "header",
            description: "Names it.",
            schema: { type: "string" },
          },
        ],
        requestBody: {
          required: true,
          content: { "application/json": { schema: ref("NewFilm") } },
        },
        responses: {
          "201": json(film),
          "402": problem("TOO_POOR"),
          "409": problem("BUSY", "TWICE"),
        },
      },
    },
    "/film-rolls/{filmId}": {
      parameters: [id("filmId")],
      get: {
        operationId: "getFilmRoll",
        deprecated: true,
        tags: ["Film rolls"],
        summary: "Get a roll",
        security: [{ apiKey: ["films:read"] }],
        responses: { "200": json(film), "404": problem("NOT_FOUND") },
      },
      patch: {
        operationId: "updateFilmRoll",
        tags: ["Film rolls"],
        summary: "Change a roll",
        security: [{ apiKey: ["films:write"] }],
        requestBody: {
          required: true,
          content: { "application/json": { schema: ref("FilmChanges") } },
        },
        responses: { "200": json(film) },
      },
      put: {
        operationId: "putFilmRoll",
        tags: ["Film rolls"],
        summary: "Write a roll",
        security: [{ apiKey: ["films:write"] }],
        requestBody: {
          required: true,
          content: { "application/json": { schema: ref("WrittenFilm") } },
        },
        responses: { "204": { description: "It is written." } },
      },
      delete: {
        operationId: "deleteFilmRoll",
        tags: ["Film rolls"],
        summary: "Delete a roll",
        security: [{ apiKey: ["films:write"] }],
        responses: { "204": { description: "It is gone." } },
      },
    },
    "/film-rolls/{filmId}/frames/{frameId}/develop": {
      // In another order than in the path.
      parameters: [{ ...id("frameId"), "x-python-name": "frame" }, id("filmId")],
      post: {
        operationId: "developFrame",
        "x-sdk": { resource: "filmRolls", method: "developFrame" },
        tags: ["Film rolls"],
        summary: "Develop a frame",
        security: [{ apiKey: ["films:write"] }],
        requestBody: { content: { "application/json": { schema: ref("Development") } } },
        responses: { "200": json(ref("Status")) },
      },
    },
    "/studios": {
      get: {
        operationId: "listStudios",
        tags: ["Studios"],
        summary: "List studios",
        security: [{ apiKey: [] }],
        parameters: [limit, cursor],
        responses: { "200": list(ref("Studio")) },
      },
    },
    "/studios/{studioId}/prints": {
      parameters: [id("studioId")],
      get: {
        operationId: "listStudioPrints",
        tags: ["Prints"],
        summary: "List prints",
        security: [{ apiKey: [] }],
        responses: { "200": list(ref("Studio")), "403": problem("NOT_YOURS") },
      },
    },
    "/prints": {
      get: {
        operationId: "listPrints",
        tags: ["Prints"],
        summary: "List prints",
        security: [{ apiKey: [] }],
        responses: { "200": list(ref("Studio")) },
      },
    },
    "/files/{fileId}": {
      parameters: [id("fileId")],
      get: {
        operationId: "downloadFile",
        "x-sdk": false,
        tags: ["Prints"],
        summary: "Get a file",
        security: [],
        responses: { "200": { description: "The file.", content: { "application/zip": {} } } },
      },
    },
  },
  components: {
    schemas: {
      Uuid: { type: "string", format: "uuid", description: "A UUID." },
      Timestamp: { type: "string", format: "date-time", description: "A moment." },
      Kind: { type: "string", enum: ["fine", "coarse"], description: "Of what kind." },
      Status: { type: "object", description: "How things are." },
      Studio: { type: "object", description: "Who has films." },
      Film: { type: "object", description: "A roll." },
      Lens: { type: "object", description: "A lens." },
      NewFilm: {
        type: "object",
        description: "The roll to make.",
        required: ["studioId", "numFrames"],
        properties: {
          class: { type: "string", description: "Its class." },
          title: { type: "string", minLength: 1, maxLength: 20, description: "Its title." },
          studioId: uuid,
          numFrames: { type: "integer", minimum: 1, maximum: 36, description: "How many frames." },
          tags: {
            type: "array",
            items: { type: "string" },
            maxItems: 1,
            uniqueItems: true,
            description: "Its tags.",
          },
          lens: { oneOf: [ref("Lens"), { type: "null" }], description: "Its lens." },
          expiresAt: { type: ["string", "null"], format: "date-time", description: "Its end." },
          speed: { type: "number", description: "Its speed." },
        },
      },
      FilmChanges: {
        type: "object",
        description: "What to change.",
        properties: {
          title: { type: "string", description: "Its title." },
          from: { type: ["string", "null"], description: 'Where "it" is from.' },
        },
      },
      WrittenFilm: {
        type: "object",
        description: "The roll to write.",
        required: ["title", "lens"],
        properties: {
          title: { type: ["string", "null"], description: "Its title." },
          lens: ref("WrittenLens"),
          others: { type: "array", items: ref("OtherLens"), description: "Its other lenses." },
          headers: { type: "object", description: "Has the name of an option." },
          grain: { type: "string", deprecated: true, description: "Its grain." },
        },
      },
      WrittenLens: {
        type: "object",
        description: 'A lens, which ends a docstring: """, has a \\ in it, and is "new"',
        required: ["glass"],
        properties: {
          class: { type: "string", description: "Its class." },
          glass: ref("Glass"),
          within: ref("WrittenLens"),
        },
      },
      OtherLens: {
        type: "object",
        description: "Another lens.",
        properties: {
          name: { type: "string", description: 'Its name, which ends a docstring: """' },
        },
      },
      Glass: {
        type: "object",
        description: "Of what it is.",
        properties: { colour: { type: "string", description: "Its colour." } },
      },
      Development: {
        type: "object",
        description: "How to develop.",
        properties: { push: { type: "integer", default: 0, description: "By how many stops." } },
      },
    },
  },
};

/** A small API with everything that the cases change. Pet is only in responses, NewPet only in requests. */
export const base = {
  openapi: "3.1.1",
  jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
  info: { title: "Pets", version: "1.0.0", description: "An API for pets." },
  servers: [
    { url: "https://api.example.com/v1", description: "Production" },
    { url: "https://api.example.com/beta", description: "Beta" },
  ],
  security: [{ key: ["pets:read"] }],
  tags: [{ name: "Pets", description: "Everything about pets." }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        summary: "List pets",
        tags: ["Pets"],
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", maximum: 100, default: 20 } },
          { name: "sort", in: "query", schema: { type: "string", enum: ["name", "age"] } },
        ],
        responses: {
          "200": {
            description: "The pets.",
            headers: { "X-Total": { required: true, schema: { type: "integer" } } },
            content: {
              "application/json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
              },
              "text/csv": { schema: { type: "string" } },
            },
          },
          "404": { description: "There are no pets." },
        },
      },
      post: {
        operationId: "createPet",
        summary: "Create a pet",
        tags: ["Pets"],
        security: [{ key: ["pets:write"] }],
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/NewPet" } },
            "application/x-www-form-urlencoded": {
              schema: { $ref: "#/components/schemas/NewPet" },
            },
          },
        },
        responses: { "201": { description: "The pet was created." } },
        callbacks: {
          adopted: {
            "{$request.body#/callbackUrl}": {
              post: {
                operationId: "petAdopted",
                requestBody: {
                  required: true,
                  content: {
                    "application/json": { schema: { $ref: "#/components/schemas/Adoption" } },
                  },
                },
                responses: { "204": { description: "Received." } },
              },
            },
          },
        },
      },
    },
  },
  webhooks: {
    petLost: {
      post: {
        operationId: "petLost",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Loss" } } },
        },
        responses: {
          "200": {
            description: "Received.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Receipt" } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      key: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: "https://api.example.com/token",
            scopes: { "pets:read": "Read pets.", "pets:write": "Write pets." },
          },
        },
      },
      spare: { type: "apiKey", in: "header", name: "X-Key" },
    },
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name"],
        properties: {
          id: { type: "string", format: "uuid" },
          name: { type: "string", maxLength: 50, description: "What it is called." },
          kind: { type: "string", enum: ["cat", "dog"] },
          weight: { type: "number", minimum: 0, multipleOf: 10 },
          version: { type: "integer", const: 1 },
          owner: { $ref: "#/components/schemas/Owner" },
        },
      },
      Owner: { type: "object", properties: { email: { type: "string" } } },
      NewPet: {
        type: "object",
        required: ["name"],
        additionalProperties: true,
        properties: {
          name: { type: "string", maxLength: 50 },
          kind: { type: "string", enum: ["cat", "dog"] },
          weight: { type: "number", minimum: 0, multipleOf: 10 },
          version: { type: "integer", const: 1 },
          note: { type: ["string", "null"], default: "none" },
        },
      },
      Adoption: { type: "object", required: ["petId"], properties: { petId: { type: "string" } } },
      Loss: { type: "object", required: ["petId"], properties: { petId: { type: "string" } } },
      Receipt: { type: "object", properties: { accepted: { type: "boolean" } } },
      Unused: { type: "string" },
    },
  },
};

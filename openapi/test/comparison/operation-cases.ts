import { removed } from "../edit.ts";
import { base } from "./base.ts";
import { type CaseGroup, create, list, schemas, schemes } from "./case.ts";

const callback = `${create}/callbacks/adopted`;
const callbackPost = `${callback}/{$request.body#~1callbackUrl}/post`;
const webhook = "/webhooks/petLost/post";
const other = "https://eu.example.com/v1";
const bearer = { type: "http", scheme: "bearer" };

export const operationCases: readonly CaseGroup[] = [
  {
    title: "Operations",
    cases: [
      {
        change: "operation added",
        ours: "compatible",
        edit: {
          "/paths/~1pets/put": {
            operationId: "replacePets",
            responses: { "204": { description: "Done." } },
          },
        },
      },
      { change: "operation removed", ours: "breaking", edit: { [list]: removed } },
      {
        change: "operation removed that was deprecated",
        ours: "breaking",
        before: { [`${list}/deprecated`]: true },
        edit: { [list]: removed },
      },
      {
        change: "operationId changed",
        ours: "breaking",
        edit: { [`${list}/operationId`]: "getPets" },
      },
      {
        change: "path changed",
        ours: "breaking",
        edit: { "/paths/~1animals": base.paths["/pets"], "/paths/~1pets": removed },
      },
      {
        change: "description of a path changed",
        ours: "docs",
        edit: { "/paths/~1pets/description": "Pets." },
      },
      {
        change: "operation deprecated",
        ours: "compatible",
        edit: { [`${list}/deprecated`]: true },
      },
      {
        change: "operation no longer deprecated",
        ours: "compatible",
        before: { [`${list}/deprecated`]: true },
        edit: { [`${list}/deprecated`]: removed },
      },
      { change: "summary changed", ours: "docs", edit: { [`${list}/summary`]: "All pets" } },
      {
        change: "tag changed, from which the SDKs name a method",
        ours: "breaking",
        edit: { [`${list}/tags/0`]: "Animals" },
      },
      {
        change: "extension (`x-`) of an operation added",
        ours: "docs",
        edit: { [`${list}/x-beta`]: true },
      },
    ],
  },
  {
    title: "Servers",
    cases: [
      { change: "server added", ours: "compatible", edit: { "/servers/-": { url: other } } },
      { change: "server removed", ours: "breaking", edit: { "/servers/1": removed } },
      {
        change: "first server moved to second place",
        ours: "breaking",
        edit: {
          "/servers/0/url": "https://api.example.com/beta",
          "/servers/1/url": "https://api.example.com/v1",
        },
      },
      {
        change: "path gets its own server",
        ours: "breaking",
        edit: { "/paths/~1pets/servers": [{ url: other }] },
      },
      {
        change: "operation gets its own server",
        ours: "breaking",
        edit: { [`${list}/servers`]: [{ url: other }] },
      },
      {
        change: "default of a server variable changed",
        ours: "breaking",
        before: {
          "/servers/0": {
            url: "https://{region}.example.com",
            variables: { region: { default: "eu" } },
          },
        },
        edit: { "/servers/0/variables/region/default": "us" },
      },
    ],
  },
  {
    title: "Security",
    cases: [
      {
        change: "scope added to an operation",
        ours: "breaking",
        edit: { [`${create}/security/0/key/-`]: "pets:read" },
      },
      {
        change: "scope no longer needed",
        ours: "compatible",
        edit: { [`${create}/security/0/key`]: [] },
      },
      {
        change: "operation becomes public",
        ours: "compatible",
        edit: { [`${create}/security`]: [] },
      },
      {
        change: "default security of the document tightened",
        ours: "breaking",
        edit: { "/security/0/key/-": "pets:write" },
      },
      {
        change: "used scheme changes its kind",
        ours: "breaking",
        edit: { [`${schemes}/key`]: bearer },
      },
      {
        change: "token URL of a used scheme changed",
        ours: "breaking",
        edit: {
          [`${schemes}/key/flows/clientCredentials/tokenUrl`]: "https://id.example.com/token",
        },
      },
      {
        change: "scope of a used scheme removed",
        ours: "breaking",
        before: { [`${schemes}/key/flows/clientCredentials/scopes/admin`]: "All." },
        edit: { [`${schemes}/key/flows/clientCredentials/scopes/admin`]: removed },
      },
      { change: "unused scheme added", ours: "docs", edit: { [`${schemes}/other`]: bearer } },
      { change: "unused scheme removed", ours: "docs", edit: { [`${schemes}/spare`]: removed } },
      {
        change: "unused scheme changes its kind",
        ours: "docs",
        edit: { [`${schemes}/spare`]: bearer },
      },
    ],
  },
  {
    title: "Webhooks and callbacks (the API sends, clients reply)",
    cases: [
      {
        change: "webhook added",
        ours: "compatible",
        edit: {
          "/webhooks/petFound": { post: { responses: { "204": { description: "Received." } } } },
        },
      },
      { change: "webhook removed", ours: "breaking", edit: { "/webhooks/petLost": removed } },
      {
        change: "webhook: member added to the delivery",
        ours: "compatible",
        edit: { [`${schemas}/Loss/properties/since`]: { type: "string" } },
      },
      {
        change: "webhook: required member added to the delivery",
        ours: "compatible",
        edit: {
          [`${schemas}/Loss/properties/since`]: { type: "string" },
          [`${schemas}/Loss/required/-`]: "since",
        },
      },
      {
        change: "webhook: member removed from the delivery",
        ours: "breaking",
        edit: {
          [`${schemas}/Loss/properties/petId`]: removed,
          [`${schemas}/Loss/required`]: removed,
        },
      },
      {
        change: "webhook: member of the delivery becomes optional",
        ours: "breaking",
        edit: { [`${schemas}/Loss/required`]: removed },
      },
      {
        change: "webhook: member of the delivery gets a limit",
        ours: "compatible",
        edit: { [`${schemas}/Loss/properties/petId/maxLength`]: 36 },
      },
      {
        change: "webhook: member of the reply becomes required",
        ours: "breaking",
        edit: { [`${schemas}/Receipt/required`]: ["accepted"] },
      },
      {
        change: "webhook: another status of the reply is accepted",
        ours: "compatible",
        edit: { [`${webhook}/responses/204`]: { description: "Received." } },
      },
      {
        change: "webhook: a status of the reply is no longer accepted",
        ours: "breaking",
        before: { [`${webhook}/responses/204`]: { description: "Received." } },
        edit: { [`${webhook}/responses/204`]: removed },
      },
      {
        change: "callback added",
        ours: "compatible",
        edit: {
          [`${create}/callbacks/lost`]: {
            "{$request.body#/lostUrl}": {
              post: { responses: { "204": { description: "Received." } } },
            },
          },
        },
      },
      { change: "callback removed", ours: "breaking", edit: { [`${create}/callbacks`]: removed } },
      {
        change: "callback: member removed from the delivery",
        ours: "breaking",
        edit: {
          [`${schemas}/Adoption/properties/petId`]: removed,
          [`${schemas}/Adoption/required`]: removed,
        },
      },
      {
        change: "callback: member added to the delivery",
        ours: "compatible",
        edit: { [`${schemas}/Adoption/properties/day`]: { type: "string" } },
      },
      {
        change: "callback: a status of the reply is no longer accepted",
        ours: "breaking",
        before: { [`${callbackPost}/responses/200`]: { description: "Received." } },
        edit: { [`${callbackPost}/responses/200`]: removed },
      },
    ],
  },
  {
    title: "Documents",
    cases: [
      { change: "version of the API changed", ours: "docs", edit: { "/info/version": "1.1.0" } },
      {
        change: "description of a tag changed",
        ours: "docs",
        edit: { "/tags/0/description": "Pets." },
      },
      {
        change: "dialect of JSON Schema changed",
        ours: "breaking",
        edit: { "/jsonSchemaDialect": "https://json-schema.org/draft/2019-09/schema" },
      },
    ],
  },
];

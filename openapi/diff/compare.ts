import type { Document } from "../document.ts";
import type { Change, Note } from "./change.ts";
import { compareMaps } from "./maps.ts";
import { createMemory, type Recall } from "./memory.ts";
import type { Api } from "./openapi.ts";
import { compareOperation } from "./operation.ts";
import { operationsOf } from "./operations.ts";
import { noteRewritings } from "./rewritings.ts";
import { compareRoot } from "./root.ts";
import { compareSchemaDocs } from "./schema-docs.ts";
import { compareSchemaNames } from "./schema-names.ts";
import { compareSecuritySchemes } from "./security-schemes.ts";
import { compareUnusedComponents } from "./unused-components.ts";
import { compareWebhooks } from "./webhooks.ts";

/**
 * Lists the changes between two bundled OpenAPI documents, with whether each breaks clients of the old one. The list is
 * empty only if the documents are equal.
 */
export function compareDocuments(old: Document, now: Document): Change[] {
  const changes: Change[] = [];
  const noteFor =
    (operation: string): Note =>
    (verdict, at, message) =>
      changes.push({ verdict, operation, at, message });
  const [note, recall] = [noteFor("document"), createMemory()];
  compareRoot(old, now, note);
  compareSecuritySchemes(old, now, note);
  compareSchemaNames(old, now, note);
  compareOperations(old, now, { noteFor, recall });
  compareWebhooks(old, now, { noteFor, recall });
  compareUnusedComponents(old, now, note);
  compareSchemaDocs(old, now, { note, changes });
  if (changes.length === 0) noteRewritings(old, now, note);
  return changes;
}

interface Tools {
  readonly noteFor: (operation: string) => Note;
  readonly recall: Recall;
}

function compareOperations(old: Api, now: Api, { noteFor, recall }: Tools): void {
  compareMaps(operationsOf(old), operationsOf(now), {
    both: (before, after) =>
      compareOperation(before, after, { note: noteFor(after.name), recall, caller: "client" }),
    gone: ({ name, pointer }) => noteFor(name)("breaking", pointer, "the operation is gone"),
    added: ({ name, pointer }) => noteFor(name)("compatible", pointer, "the operation is new"),
  });
}

import type { Document } from "@sinkove/openapi/document";
import { withToldLimits } from "@sinkove/openapi/limits";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

/**
 * Generates TypeScript types for every path, operation and component. Each schema gets its own interface or type, so
 * that editors and compilers show its name instead of its fields.
 */
export async function generateSchema(document: Document): Promise<string> {
  // Clients do not call webhooks, so they are not operations; their schemas are among the components.
  const { webhooks: _, ...called } = withToldLimits(document);
  // The cast is needed because openapi-typescript has its own types for the same document.
  const nodes = await openapiTS(called as never, {
    alphabetize: false,
    defaultNonNullable: false,
  });
  const named = new Map<string, ts.Statement>();
  const statements = nodes.map((node) => nameSchemas(node, named));
  const text = astToString([...named.values(), ...statements]);
  return `// Generated from the contract. Do not edit; run \`npm run generate\`.\n${withPlainComments(text)}`;
}

/** Turns `@description` tags into plain comments, which editors show as the main text. */
function withPlainComments(text: string): string {
  return text
    .replaceAll(/^(\s*\*|\s*\/\*\*) @description /gm, "$1 ")
    .replaceAll(/^\s*\* (?:@enum \{string\}|Format: [\w-]+)\n/gm, "");
}

/** Moves each schema out of `components["schemas"]` into its own declaration. */
function nameSchemas(node: ts.Node, named: Map<string, ts.Statement>): ts.Node {
  const transformed = ts.transform(node, [
    (context) => (root) => {
      const visit = (each: ts.Node): ts.Node => {
        if (isSchemas(each)) return ts.visitEachChild(each, declareMembers, context);
        const name = schemaReferredTo(each);
        if (name !== undefined) return ts.factory.createTypeReferenceNode(name);
        return ts.visitEachChild(each, visit, context);
      };
      const declareMembers = (each: ts.Node): ts.Node =>
        ts.isTypeLiteralNode(each) ? ts.visitEachChild(each, declare, context) : each;
      const declare = (member: ts.Node): ts.Node => {
        if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name))
          return member;
        const { text } = member.name;
        const type = ts.visitNode(member.type, visit, ts.isTypeNode);
        if (!type) return member;
        named.set(text, withCommentsOf(member, declarationOf(text, type)));
        const { modifiers, name, questionToken } = member;
        const reference = ts.factory.createTypeReferenceNode(text);
        return ts.factory.createPropertySignature(modifiers, name, questionToken, reference);
      };
      return ts.visitNode(root, visit);
    },
  ]);
  return transformed.transformed[0] ?? node;
}

function declarationOf(name: string, type: ts.TypeNode): ts.Statement {
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const parts = ts.isIntersectionTypeNode(type) ? type.types : [type];
  const bases = parts.flatMap((part) => nameIn(part) ?? []);
  const [literal, ...others] = parts.filter((part) => !nameIn(part));
  if (!literal || !ts.isTypeLiteralNode(literal) || others.length > 0)
    return ts.factory.createTypeAliasDeclaration(exported, name, undefined, type);
  const heritage = bases.map((base) =>
    ts.factory.createExpressionWithTypeArguments(base, undefined),
  );
  const { ExtendsKeyword } = ts.SyntaxKind;
  const clauses =
    heritage.length > 0 ? [ts.factory.createHeritageClause(ExtendsKeyword, heritage)] : [];
  const { members } = literal;
  return ts.factory.createInterfaceDeclaration(exported, name, undefined, clauses, members);
}

function nameIn(node: ts.TypeNode): ts.Identifier | undefined {
  return ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) ? node.typeName : undefined;
}

/** Copies the comments of a node, because openapi-typescript creates comments without positions. */
function withCommentsOf(from: ts.Node, to: ts.Statement): ts.Statement {
  return ts.setSyntheticLeadingComments(to, ts.getSyntheticLeadingComments(from));
}

function isSchemas(node: ts.Node): node is ts.PropertySignature {
  return ts.isPropertySignature(node) && ts.isIdentifier(node.name) && node.name.text === "schemas";
}

/** Returns the name of a referenced schema: `Dataset` for `components["schemas"]["Dataset"]`. */
function schemaReferredTo(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType))
    return undefined;
  const section = textOf(node.objectType.indexType);
  return section === "schemas" ? textOf(node.indexType) : undefined;
}

function textOf(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)
    ? node.literal.text
    : undefined;
}

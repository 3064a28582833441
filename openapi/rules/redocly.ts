import { isReference, type Reference } from "../document.ts";

/** The parts of Redocly's plugin interface that the rules use; the CLI ships no types. */
export interface Context {
  /** The member that contains the node: a status, a method, a path, or a property's name. */
  readonly key: string | number;
  /** The location of the node, after resolving references. */
  readonly location: Location;
  /** The node as written, before resolving references. */
  readonly rawNode: unknown;
  readonly type: { readonly name: string };
  resolve<T>(node: T | Reference, from?: string): Resolved<T>;
  report(problem: { message: string; location?: Location }): void;
}

export interface Location {
  readonly source: { readonly absoluteRef: string };
  readonly pointer: string;
  readonly absolutePointer: string;
  child(path: string | number | readonly (string | number)[]): Location;
}

export interface Resolved<T> {
  readonly node?: T;
  readonly location?: Location;
}

export interface Followed<T> extends Resolved<T> {
  /** The file that the node's own references are relative to. */
  readonly file: string;
}

/** A visitor of nodes by type. A nested visitor only runs inside its parent. */
// biome-ignore lint/suspicious/noExplicitAny: each visitor names the type of the node that Redocly gives it
export type Visitor = (node: any, context: Context, parents: any) => void;

export interface Visitors {
  readonly [type: string]: Visitor | Visitors;
}

/** Called once for each document. `options` are the rule's members in redocly.yaml. */
export type Rule<Options = unknown> = (options: Options) => Visitors;

/** Follows a reference that is written in `file`; returns any other node with its location. */
export function follow<T>(context: Context, node: T | Reference, file: string): Followed<T> {
  if (!isReference(node)) return { node, file };
  const resolved = context.resolve<T>(node, file);
  return { ...resolved, file: resolved.location?.source.absoluteRef ?? file };
}

/** Creates a reporter that reports each finding once, even if many operations share the component. */
export function createReporter(): (context: Context, message: string, location?: Location) => void {
  const reported = new Set<string>();
  return (context, message, location = context.location) => {
    const finding = `${location.absolutePointer} ${message}`;
    if (reported.has(finding)) return;
    reported.add(finding);
    context.report({ message, location });
  };
}

/** The name of the component at a location, in the files (`…/schemas/Uuid.yaml`) or in the bundle. */
export function componentName(location: Location, section: string): string | undefined {
  const isWholeFile = location.pointer === "#/" || location.pointer === "#";
  const address = isWholeFile ? location.source.absoluteRef : location.pointer;
  return new RegExp(`/components/${section}/([^/]+?)(?:\\.yaml)?$`).exec(address)?.[1];
}

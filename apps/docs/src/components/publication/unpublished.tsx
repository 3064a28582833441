import type { ReactNode } from "react";
import { isPublished } from "../../../publication.ts";

/** Content that pages show until the packages are in the public registries. */
export function Unpublished({ children }: { readonly children: ReactNode }): ReactNode {
  return isPublished ? null : children;
}

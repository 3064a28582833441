import type { ReactNode } from "react";

/** An invisible field that tells password managers whose password a form asks for. */
export function UsernameField({ email }: { readonly email: string }): ReactNode {
  return <input type="text" autoComplete="username" value={email} readOnly hidden />;
}

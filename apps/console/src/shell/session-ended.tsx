import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { query } from "../api/client.ts";
import { onSignedOut } from "../api/signed-out.ts";
import { forgetInput, hasSomethingToLose, watchInput } from "./kept-input.ts";

const SessionEndedDialog = lazy(async () => {
  const { SessionEndedDialog: component } = await import("./session-ended-dialog.tsx");
  return { default: component };
});

/**
 * Handles the end of the session. A page on which something would be lost stays, below a dialog that asks to sign in
 * again. From any other page, the person is sent to the sign-in page.
 */
export function SessionEnded(): ReactNode {
  const client = useQueryClient();
  const router = useRouter();
  const [isEnded, setEnded] = useState(false);
  useReloadForAnotherPerson();
  useEffect(watchInput, []);
  useEffect(
    () => router.subscribe("onBeforeNavigate", ({ pathChanged }) => pathChanged && forgetInput()),
    [router],
  );
  useEffect(
    () =>
      onSignedOut(() => {
        if (hasSomethingToLose()) {
          setEnded(true);
          return;
        }
        client.clear();
        const search = { returnTo: router.state.location.href };
        void router.navigate({ to: "/sign-in", search, replace: true });
      }),
    [client, router],
  );
  if (!isEnded) return null;
  return (
    <Suspense>
      <SessionEndedDialog onSignedIn={() => setEnded(false)} />
    </Suspense>
  );
}

/** Reloads the page if another person has signed in, for example in another tab. The cache has the data of the first. */
function useReloadForAnotherPerson(): void {
  const { data } = query.useQuery("get", "/me");
  const id = data?.account.id;
  const [first] = useState(id);
  useEffect(() => {
    if (first !== undefined && id !== undefined && id !== first) window.location.reload();
  }, [first, id]);
}

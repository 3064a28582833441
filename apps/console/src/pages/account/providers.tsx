import { Button, Divider, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { auth, type SignInOptions } from "../../api/auth.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { type ReturnTo, returnAddress } from "./return-to.ts";

interface ProvidersProps {
  readonly providers: SignInOptions["providers"];
  readonly returnTo: ReturnTo;
}

/** Buttons to sign in with an identity provider, such as that of a hospital. */
export function Providers({ providers, returnTo }: ProvidersProps): ReactNode {
  const { error, isRunning, submit } = useSubmission();
  if (providers.length === 0) return null;
  const signIn = async (id: string): Promise<void> => {
    const { url } = await auth.signInWith(id, returnAddress(returnTo));
    window.location.assign(url);
  };
  return (
    <Stack gap="sm" mt="md">
      <Divider label="or" />
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          disabled={isRunning}
          onClick={() => void submit(() => signIn(id))}
        >
          Continue with {name}
        </Button>
      ))}
      <FormError error={error} />
    </Stack>
  );
}

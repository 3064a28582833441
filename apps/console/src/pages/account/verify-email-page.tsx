import { Loader, Text } from "@mantine/core";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { AuthError, auth } from "../../api/auth.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { tokenOf } from "./link-token.ts";

/** The page of a mailed link that confirms an email address. */
export function VerifyEmailPage(): ReactNode {
  const token = tokenOf("/verify-email");
  const { error, isRunning, verify } = useVerification(token);
  if (token === undefined) {
    return (
      <AccountFrame title="Confirm your email address">
        <Text size="sm">Open the link in the email that we sent you.</Text>
      </AccountFrame>
    );
  }
  if (isRunning) {
    return (
      <AccountFrame key="running" title="Confirming your email address">
        <Loader role="status" aria-label="Loading" aria-busy="true" />
      </AccountFrame>
    );
  }
  if (error) {
    return (
      <AccountFrame
        key="error"
        title="Email address not confirmed"
        footer={<PageLink to="/sign-in">Sign in to get a new link</PageLink>}
      >
        {isFinal(error) ? (
          <FormError error={error} />
        ) : (
          <ErrorView error={error} onRetry={() => void verify()} />
        )}
      </AccountFrame>
    );
  }
  return (
    <AccountFrame key="done" title="Email address confirmed">
      <ButtonLink to="/" fullWidth>
        Go to the console
      </ButtonLink>
    </AccountFrame>
  );
}

/** Whether the server has refused the token, so that it would refuse it again. */
function isFinal(error: unknown): boolean {
  return error instanceof AuthError && error.status < 500 && error.status !== 429;
}

/** Confirms only once, because React may run an effect twice. */
function useVerification(token: string | undefined) {
  const { submit, ...state } = useSubmission(token !== undefined);
  const isSent = useRef(false);
  const verify = useCallback(
    () =>
      submit(async () => {
        if (token !== undefined) await auth.verifyEmail(token);
      }),
    [token, submit],
  );
  useEffect(() => {
    if (token === undefined || isSent.current) return;
    isSent.current = true;
    void verify();
  }, [token, verify]);
  return { ...state, verify };
}

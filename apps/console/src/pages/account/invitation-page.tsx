import { Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, query } from "../../api/client.ts";
import { isSignedOut } from "../../api/problem-error.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { showDone } from "../../ui/notices.ts";
import { AccountFrame } from "./account-frame.tsx";
import { forgetToken, tokenOf } from "./link-token.ts";

const PATH = "/invitations";

/** Accepts an invitation to an organization. The token stays in memory while the person signs in. */
export function InvitationPage(): ReactNode {
  const token = tokenOf(PATH);
  const me = query.useQuery("get", "/me", {}, { retry: false });
  if (token === undefined) {
    return (
      <AccountFrame title="Invitation">
        <Text size="sm">Open the link in the invitation again. It works once.</Text>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      title="You are invited"
      description="Join an organization, to use its models and its datasets."
    >
      {me.isPending ? (
        <LoadingPage />
      ) : isSignedOut(me.error) ? (
        <SignInFirst />
      ) : me.error ? (
        <ErrorView error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Acceptance token={token} email={me.data?.account.email ?? null} />
      )}
    </AccountFrame>
  );
}

function SignInFirst(): ReactNode {
  const search = { returnTo: PATH };
  return (
    <Stack gap="md">
      <Text size="sm">Sign in with the email address that the invitation was sent to.</Text>
      <Group grow>
        <ButtonLink to="/sign-in" search={search}>
          Sign in
        </ButtonLink>
        <ButtonLink to="/sign-up" search={search} variant="default">
          Create an account
        </ButtonLink>
      </Group>
      <Text size="xs" c="dimmed">
        If you confirm a new email address first, open the invitation's link again afterwards.
      </Text>
    </Stack>
  );
}

interface AcceptanceProps {
  readonly token: string;
  readonly email: string | null;
}

function Acceptance({ token, email }: AcceptanceProps): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { error, isRunning, submit } = useSubmission();
  const accept = async (): Promise<void> => {
    const { data } = await api.POST("/invitations/accept", { body: { token } });
    if (!data) return;
    forgetToken(PATH);
    client.clear();
    showDone(`You are now a member of ${data.name}.`);
    await navigate({
      to: "/organizations/$organizationId",
      params: { organizationId: data.id },
      replace: true,
    });
  };
  return (
    <Stack gap="md">
      <Text size="sm">You are signed in{email ? ` as ${email}` : ""}.</Text>
      <FormError error={error} />
      <Button loading={isRunning} onClick={() => void submit(accept)}>
        Accept the invitation
      </Button>
    </Stack>
  );
}

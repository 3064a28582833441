import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { auth } from "../../api/auth.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { forgetToken, tokenOf } from "./link-token.ts";
import { type NewPerson, NewPersonForm } from "./new-person-form.tsx";
import { useGoOn } from "./signed-in.ts";

const PATH = "/welcome";

/** The page of the link that a new server prints, on which the first person creates an account. */
export function WelcomePage(): ReactNode {
  const token = tokenOf(PATH);
  const goOn = useGoOn();
  if (token === undefined) return <NoToken />;
  const welcome = async (person: NewPerson): Promise<void> => {
    await auth.welcome({ token, ...person });
    forgetToken(PATH);
    goOn();
  };
  return (
    <AccountFrame
      title="Welcome to Sinkove"
      description="Create the account that owns this server's first organization and API key."
    >
      <NewPersonForm action="Start" onSubmit={welcome} />
    </AccountFrame>
  );
}

function NoToken(): ReactNode {
  return (
    <AccountFrame title="Welcome to Sinkove" footer={<PageLink to="/sign-in">Sign in</PageLink>}>
      <Text size="sm">
        To create the first account, open the whole link that the server printed when it started.
        The link works once.
      </Text>
    </AccountFrame>
  );
}

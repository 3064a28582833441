import { Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { auth } from "../../api/auth.ts";
import { PAGES } from "../../host/pages.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { type NewPerson, NewPersonForm } from "./new-person-form.tsx";
import { useSignInOptions } from "./sign-in-options.ts";
import { useGoOn } from "./signed-in.ts";

/** The page to create an account. The person confirms the email address with a mailed link. */
export function SignUpPage(): ReactNode {
  const search = useSearch({ from: "/sign-up" });
  const { data: options } = useSignInOptions();
  const [mailedTo, setMailedTo] = useState<string>();
  const goOn = useGoOn();
  const signUp = async (person: NewPerson): Promise<void> => {
    await auth.signUp(person);
    const isSignedIn = await auth.profile().then(
      () => true,
      () => false,
    );
    if (isSignedIn) goOn(search);
    else setMailedTo(person.email);
  };
  if (mailedTo !== undefined) {
    return (
      <AccountFrame
        key="mailed"
        title="Check your email"
        description={`We sent an email to ${mailedTo}. Open the link in it to confirm the address, then sign in.`}
        footer={<PageLink to="/sign-in">Sign in</PageLink>}
      />
    );
  }
  return (
    <AccountFrame
      key="form"
      {...PAGES["/sign-up"].heading}
      footer={
        <span>
          You have an account?{" "}
          <PageLink to="/sign-in" search={search}>
            Sign in
          </PageLink>
        </span>
      }
    >
      {options?.signUp === "invited" && (
        <Text size="sm" c="dimmed" mb="md">
          This server is for people who were invited. Use the email address that the invitation was
          sent to.
        </Text>
      )}
      <NewPersonForm action="Create the account" onSubmit={signUp} />
    </AccountFrame>
  );
}

import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { PAGES } from "../../host/pages.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Providers } from "./providers.tsx";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { useSignInOptions } from "./sign-in-options.ts";
import { useGoOn } from "./signed-in.ts";

/** The sign-in page: a password, a second factor if the person has one, or an identity provider. */
export function SignInPage(): ReactNode {
  const search = useSearch({ from: "/sign-in" });
  const [needsCode, setNeedsCode] = useState(false);
  const goOn = useGoOn();
  const { data: options } = useSignInOptions();
  if (needsCode) {
    return (
      <AccountFrame key="code" title="Second factor" description="Confirm that it is you.">
        <SecondFactorForm onDone={() => goOn(search)} onBack={() => setNeedsCode(false)} />
      </AccountFrame>
    );
  }
  return (
    <AccountFrame
      key="password"
      {...PAGES["/sign-in"].heading}
      {...(options?.welcome && { description: <FirstStart /> })}
      footer={
        options?.signUp === "open" ? (
          <span>
            New to Sinkove?{" "}
            <PageLink to="/sign-up" search={search}>
              Create an account
            </PageLink>
          </span>
        ) : undefined
      }
    >
      <PasswordForm onDone={() => goOn(search)} onSecondFactor={() => setNeedsCode(true)} />
      <Providers providers={options?.providers ?? []} returnTo={search} />
    </AccountFrame>
  );
}

function FirstStart(): ReactNode {
  return "Nobody has an account on this server yet. To create the first, open the link that the server printed when it started.";
}

import type { ReactNode } from "react";
import { PAGES } from "../../host/pages.ts";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DeleteAccount } from "./delete-account.tsx";
import { EmailSection } from "./email-section.tsx";
import { NameSection } from "./name-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { useProfile } from "./profile-query.ts";
import { SecondFactorSection } from "./second-factor-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** The page of the person's name, email address, password, second factor and sessions. */
export function ProfilePage(): ReactNode {
  const { data, error, refetch } = useProfile();
  return (
    <>
      <PageHeader {...PAGES["/profile"].heading} />
      {error ? <ErrorView error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <NameSection profile={data} />
          <EmailSection profile={data} />
          <PasswordSection email={data.email} />
          <SecondFactorSection profile={data} />
          <SessionsSection />
          <DeleteAccount />
        </>
      ) : (
        !error && <LoadingPage />
      )}
    </>
  );
}

import { Badge, Button, Group, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { auth, type PersonSession } from "../../api/auth.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { deviceText } from "./device-text.ts";
import { useSessions } from "./profile-query.ts";

/** The person's sessions, with buttons that end them. */
export function SessionsSection(): ReactNode {
  const { data, error, refetch } = useSessions();
  const [asked, setAsked] = useState<PersonSession | "others">();
  const hasOthers = data?.some(({ isCurrent }) => !isCurrent) ?? false;
  const end = async (): Promise<void> => {
    if (asked === undefined) return;
    await (asked === "others" ? auth.endOtherSessions() : auth.endSession(asked.id));
    await refetch();
    showDone(
      asked === "others" ? "Your other devices were signed out." : "The device was signed out.",
    );
  };
  return (
    <Section
      title="Sessions"
      description="The browsers that you are signed in on."
      actions={
        hasOthers && (
          <Button variant="default" onClick={() => setAsked("others")}>
            Sign out all others
          </Button>
        )
      }
    >
      <DataTable
        caption="Sessions"
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        rowKey={({ id }) => id}
        columns={[...COLUMNS, endColumn(setAsked)]}
        empty={{ title: "No sessions" }}
      />
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked === "others" ? "Sign out all other devices?" : "Sign this device out?"}
        action="Sign out"
        onConfirm={end}
      >
        <Text size="sm">
          Whoever uses {asked === "others" ? "them" : "it"} has to sign in again.
        </Text>
      </ConfirmDialog>
    </Section>
  );
}

const COLUMNS: readonly Column<PersonSession>[] = [
  {
    id: "device",
    header: "Device",
    cell: ({ userAgent, isCurrent }) => (
      <Group gap="xs">
        <span title={userAgent ?? undefined}>{deviceText(userAgent)}</span>
        {isCurrent && (
          <Badge variant="light" tt="none">
            This one
          </Badge>
        )}
      </Group>
    ),
  },
  { id: "address", header: "Address", cell: ({ address }) => address ?? "Not known" },
  {
    id: "seen",
    header: "Last seen",
    cell: ({ lastSeenAt }) => <RelativeTime value={lastSeenAt} />,
  },
  { id: "since", header: "Signed in", cell: ({ createdAt }) => <RelativeTime value={createdAt} /> },
];

function endColumn(onEnd: (session: PersonSession) => void): Column<PersonSession> {
  return {
    id: "actions",
    header: "Actions",
    isHeaderHidden: true,
    isNumeric: true,
    cell: (session) =>
      session.isCurrent ? null : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Sign out ${deviceText(session.userAgent)}`}
          onClick={() => onEnd(session)}
        >
          Sign out
        </Button>
      ),
  };
}

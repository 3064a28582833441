import {
  Divider,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from "@mantine/core";
import { IconKey, IconLogout, IconUser } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { auth } from "../api/auth.ts";
import { showError } from "../ui/notices.ts";
import classes from "./account-menu.module.css";

const SCHEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "System" },
] as const;

interface AccountPanelProps {
  readonly onNavigate: () => void;
}

/** Profile > API Key, the colour scheme, and signing out. */
export function AccountPanel({ onNavigate }: AccountPanelProps): ReactNode {
  return (
    <div className={classes.panel}>
      <Text className={classes.label}>Profile</Text>
      <Link to="/profile" className={classes.item} onClick={onNavigate}>
        <IconUser size={16} aria-hidden />
        Sign-in and security
      </Link>
      <Link to="/api-keys" className={classes.item} onClick={onNavigate}>
        <IconKey size={16} aria-hidden />
        API Key
      </Link>
      <Divider my="xs" />
      <ColorScheme />
      <Divider my="xs" />
      <SignOut />
    </div>
  );
}

function ColorScheme(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Text className={classes.label}>Colours</Text>
      <SegmentedControl
        aria-label="Colours"
        size="xs"
        fullWidth
        data={[...SCHEMES]}
        value={colorScheme}
        onChange={(value) => setColorScheme(value)}
      />
    </>
  );
}

function SignOut(): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    try {
      await auth.signOut();
      await navigate({ to: "/sign-in", replace: true });
      client.clear();
    } catch (error) {
      showError(error);
    }
  };
  return (
    <UnstyledButton className={classes.item} onClick={() => void signOut()}>
      <IconLogout size={16} aria-hidden />
      Sign out
    </UnstyledButton>
  );
}

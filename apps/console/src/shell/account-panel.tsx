import { Divider, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { auth } from "../api/auth.ts";
import { showError } from "../ui/notices.ts";
import { Segments } from "../ui/segments.tsx";
import classes from "./account-menu.module.css";

const SCHEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "System" },
] as const;

/** The colour scheme, and a button that signs out. */
export function AccountPanel(): ReactNode {
  return (
    <div className={classes.panel}>
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
      <Text className={classes.label}>Theme</Text>
      <Segments
        aria-label="Theme"
        size="xs"
        data={SCHEMES}
        value={colorScheme}
        onChange={setColorScheme}
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

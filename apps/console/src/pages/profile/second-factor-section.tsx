import { Badge, Button, Group, Modal, PasswordInput, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { auth, type Profile } from "../../api/auth.ts";
import { UsernameField } from "../../forms/username-field.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { useShownOnce } from "../../ui/shown-once.ts";
import { useRefreshProfile } from "./profile-query.ts";
import { type Enrolment, SecondFactorSetup } from "./second-factor-setup.tsx";

/** Buttons that turn the second factor on and off. */
export function SecondFactorSection({ profile }: { readonly profile: Profile }): ReactNode {
  const [isOpen, { open, close }] = useDisclosure(false);
  const isOn = profile.twoFactorEnabled;
  return (
    <Section
      title="Second factor"
      description="With a code from an app on your phone, a stolen password is not enough to sign in."
      actions={
        <Button variant="default" onClick={open}>
          {isOn ? "Turn off" : "Set up"}
        </Button>
      }
    >
      <Group gap="xs">
        <Badge variant="light" color={isOn ? "teal" : "gray"} tt="none">
          {isOn ? "On" : "Off"}
        </Badge>
        <Text size="sm" c="dimmed">
          {isOn ? "Signing in asks for a code." : "Signing in asks for the password only."}
        </Text>
      </Group>
      {isOn ? (
        <TurnOff email={profile.email} isOpen={isOpen} onClose={close} />
      ) : (
        <SetUp isOpen={isOpen} onClose={close} />
      )}
    </Section>
  );
}

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function SetUp({ isOpen, onClose }: DialogProps): ReactNode {
  const refresh = useRefreshProfile();
  const [enrolment, setEnrolment] = useShownOnce<Enrolment>();
  // However the dialog is closed, the second factor may be on by then.
  const close = (): void => {
    setEnrolment(undefined);
    onClose();
    void refresh();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Set up the second factor"
      closeButtonProps={{ "aria-label": "Close" }}
      // The backup codes are shown only once, so then only a button closes the dialog.
      closeOnClickOutside={false}
      closeOnEscape={enrolment === undefined}
    >
      <SecondFactorSetup enrolment={enrolment} onEnrol={setEnrolment} onDone={close} />
    </Modal>
  );
}

function TurnOff({ email, isOpen, onClose }: DialogProps & { readonly email: string }): ReactNode {
  const refresh = useRefreshProfile();
  const [password, setPassword] = useState("");
  const close = (): void => {
    setPassword("");
    onClose();
  };
  const disable = async (): Promise<void> => {
    await auth.disableTwoFactor(password);
    showDone("The second factor is off.");
    await refresh();
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={close}
      title="Turn off the second factor?"
      action="Turn off"
      onConfirm={disable}
    >
      <Text size="sm">
        Your password alone is then enough to sign in. Backup codes stop working.
      </Text>
      <UsernameField email={email} />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}

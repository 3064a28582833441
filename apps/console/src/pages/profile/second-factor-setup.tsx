import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { auth } from "../../api/auth.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";
import { BackupCodes } from "./backup-codes.tsx";
import { QrCode } from "./qr-code.tsx";
import { totpSecret } from "./totp-secret.ts";

/** The secrets of the setup. They are only in the state of the dialog. */
export interface Enrolment {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

interface SecondFactorSetupProps {
  /** Undefined until the person has entered the password. */
  readonly enrolment: Enrolment | undefined;
  readonly onEnrol: (enrolment: Enrolment) => void;
  readonly onDone: () => void;
}

/** The steps to set up the second factor: password, QR code, a code of the app, backup codes. */
export function SecondFactorSetup({
  enrolment,
  onEnrol,
  onDone,
}: SecondFactorSetupProps): ReactNode {
  const [isProved, setProved] = useState(false);
  if (!enrolment) {
    return (
      <Step
        key="password"
        action="Continue"
        send={async (password) => onEnrol(await auth.enableTwoFactor(password))}
        field={(props) => (
          <PasswordInput {...props} label="Password" autoComplete="current-password" />
        )}
      />
    );
  }
  if (isProved) return <BackupCodes codes={enrolment.backupCodes} onDone={onDone} />;
  return (
    <Stack gap="md">
      <Text size="sm">Scan this code with your authenticator app.</Text>
      <QrCode value={enrolment.totpURI} label="QR code for the authenticator app" />
      <Text size="sm">
        Or enter this secret in the app:{" "}
        <Text span ff="monospace" fw={600} inherit style={{ overflowWrap: "anywhere" }} data-secret>
          {totpSecret(enrolment.totpURI)}
        </Text>
      </Text>
      <Step
        key="code"
        action="Turn on"
        send={async (code) => {
          await auth.verifyTotp(code.replace(/\s/g, ""));
          setProved(true);
        }}
        field={(props) => (
          <TextInput
            {...props}
            label="Code that the app shows"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
      />
    </Stack>
  );
}

interface FieldProps {
  readonly value: string;
  readonly required: true;
  readonly "data-autofocus": true;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
}

interface StepProps {
  readonly action: string;
  readonly send: (text: string) => Promise<void>;
  readonly field: (props: FieldProps) => ReactNode;
}

/** A form with one field. */
function Step({ action, send, field }: StepProps): ReactNode {
  const [text, setText] = useState("");
  const { error, isRunning, submit } = useSubmission();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit(() => send(text));
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        {field({
          value: text,
          required: true,
          "data-autofocus": true,
          onChange: (event) => setText(event.currentTarget.value),
        })}
        <FormError error={error} />
        <Button type="submit" loading={isRunning}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}

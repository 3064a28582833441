import { Button, Stack, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { auth } from "../../api/auth.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useSubmission } from "../../forms/submission.ts";

interface SecondFactorFormProps {
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const KINDS = {
  totp: {
    label: "Code of your authenticator app",
    description: "Six digits that change every 30 seconds.",
    other: "Use a backup code instead",
    verify: auth.verifyTotp,
  },
  backup: {
    label: "Backup code",
    description:
      "One of the codes that you kept when you set up the second factor. Each works once.",
    other: "Use the authenticator app instead",
    verify: auth.verifyBackupCode,
  },
} as const;

/** A form for a code of the authenticator app or a backup code. */
export function SecondFactorForm({ onDone, onBack }: SecondFactorFormProps): ReactNode {
  const [kind, setKind] = useState<keyof typeof KINDS>("totp");
  const [code, setCode] = useState("");
  const { error, isRunning, submit } = useSubmission();
  const { label, description, other, verify } = KINDS[kind];
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit(async () => {
      await verify(code.replace(/\s/g, ""));
      onDone();
    });
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <TextInput
          key={kind}
          {...{ label, description }}
          inputMode={kind === "totp" ? "numeric" : "text"}
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FormError error={error} />
        <Button type="submit" loading={isRunning} fullWidth>
          Continue
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setCode("");
            setKind(kind === "totp" ? "backup" : "totp");
          }}
        >
          {other}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          Back
        </Button>
      </Stack>
    </form>
  );
}

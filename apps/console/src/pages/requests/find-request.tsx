import { Button, Group, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { requestIdIn } from "./filters.ts";

/** A field that opens the request of a pasted id. The id may be part of an error text. */
export function FindRequest(): ReactNode {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const requestId = requestIdIn(text);
    if (requestId) void navigate({ to: "/requests/$requestId", params: { requestId } });
    else
      setError("This text contains no request id. A request id looks like 01939ae2-4c1e-7d0a-….");
  };
  return (
    <search>
      <form onSubmit={onSubmit}>
        <Group gap="xs" align="flex-end" mb="lg">
          <TextInput
            label="Find a request"
            description="Paste a request id, or an error that contains one."
            placeholder="01939ae2-4c1e-7d0a-8f51-0a4f4c7d9b21"
            style={{ flex: "1 1 16rem" }}
            value={text}
            error={error}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setError(undefined);
            }}
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconSearch size={16} aria-hidden />}
          >
            Find
          </Button>
        </Group>
      </form>
    </search>
  );
}

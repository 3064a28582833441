import type { Model, Organization } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api, query } from "../../api/client.ts";
import { useIdempotencyKey } from "../../api/idempotency-key.ts";
import { violationsOf } from "../../api/violations.ts";
import { useSubmission } from "../../forms/submission.ts";
import { showDone } from "../../ui/notices.ts";
import { fieldsOf } from "./args-schema.ts";
import { type ArgsValues, argsOf, checkArgs, type FieldErrors } from "./args-values.ts";

/** The state of the form for a new dataset. The keys of its errors are JSON Pointers into the request body. */
export function useNewDataset(first: Model, payer: Organization) {
  const [model, setModel] = useState(first);
  const [organizationId, setOrganizationId] = useState(payer.id);
  const [numSamples, setNumSamples] = useState("10");
  const [args, setArgs] = useState<ArgsValues>({});
  const [errors, setErrors] = useState<FieldErrors>({});
  const { error, isRunning, submit } = useSubmission();
  const create = useCreate();
  const fields = useMemo(() => fieldsOf(model.argsSchema), [model]);
  const send = async (): Promise<void> => {
    const wrong = { ...checkArgs(fields, args), ...checkNumSamples(numSamples, model) };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const body = { modelId: model.id, organizationId, numSamples: Number(numSamples) };
    await submit(async () => {
      try {
        await create({ ...body, args: argsOf(fields, args) });
      } catch (failure) {
        setErrors(violationsOf(failure));
        throw failure;
      }
    });
  };
  return {
    ...{ model, organizationId, numSamples, args, errors, fields, error, isRunning, send },
    ...{ setOrganizationId, setNumSamples },
    setArg: (name: string, value: string | boolean) => setArgs({ ...args, [name]: value }),
    chooseModel: (chosen: Model) => {
      setModel(chosen);
      setErrors({});
    },
  };
}

function checkNumSamples(text: string, { maxSamples }: Model): FieldErrors {
  const count = Number(text);
  if (text !== "" && Number.isInteger(count) && count >= 1 && count <= maxSamples) return {};
  return { "/numSamples": `Enter a whole number from 1 to ${maxSamples}.` };
}

interface NewDataset {
  readonly modelId: string;
  readonly organizationId: string;
  readonly numSamples: number;
  readonly args: Record<string, unknown>;
}

/**
 * Returns a function that creates a dataset and opens its page. Sending the same body again does not create another
 * dataset.
 */
function useCreate(): (body: NewDataset) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const headerFor = useIdempotencyKey();
  return async (body) => {
    const { data } = await api.POST("/datasets", { body, params: { header: headerFor(body) } });
    if (!data) return;
    client.removeQueries({ queryKey: ["all-pages", "datasets"] });
    void client.invalidateQueries(query.queryOptions("get", "/me"));
    showDone("The dataset is being generated.");
    await navigate({ to: "/datasets/$datasetId", params: { datasetId: data.id } });
  };
}

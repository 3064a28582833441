/** What a sample must have before it can make its call: each is made first, so that it runs in any world. */
export type Need = "dataset" | "readyDataset" | "apiKey" | "organization" | "model";

/** How each language makes an operation's call; `BODY` stands for the contract's example of the body, `DICT` for it as a Python dict. */
export interface SampleCall {
  readonly needs: readonly Need[];
  readonly ts: string;
  readonly py: string;
  /** Where the answer is a list, which the SDKs read page by page. */
  readonly isList?: boolean;
}

const listed = { isList: true, needs: [] } as const;

/** The SDKs' calls, by `operationId`. A test holds this table to the contract. */
export const calls: Readonly<Record<string, SampleCall>> = {
  getMe: { needs: [], ts: "sinkove.me()", py: "client.me()" },
  listApiKeys: { ...listed, ts: "sinkove.apiKeys.list()", py: "client.api_keys.list()" },
  createApiKey: {
    needs: [],
    ts: "sinkove.apiKeys.create(BODY)",
    py: "client.api_keys.create(BODY)",
  },
  getApiKey: {
    needs: ["apiKey"],
    ts: "sinkove.apiKeys.get(apiKey.id)",
    py: "client.api_keys.get(api_key.id)",
  },
  updateApiKey: {
    needs: ["apiKey"],
    ts: "sinkove.apiKeys.update(apiKey.id, BODY)",
    py: "client.api_keys.update(api_key.id, DICT)",
  },
  rotateApiKey: {
    needs: ["apiKey"],
    ts: "sinkove.apiKeys.rotate(apiKey.id, BODY)",
    py: "client.api_keys.rotate(api_key.id, BODY)",
  },
  revokeApiKey: {
    needs: ["apiKey"],
    ts: "sinkove.apiKeys.revoke(apiKey.id)",
    py: "client.api_keys.revoke(api_key.id)",
  },
  getApiKeyUsage: {
    needs: ["apiKey"],
    ts: "sinkove.apiKeys.usage(apiKey.id)",
    py: "client.api_keys.usage(api_key.id)",
  },
  listApiKeyEvents: {
    needs: ["apiKey"],
    isList: true,
    ts: "sinkove.apiKeys.events(apiKey.id)",
    py: "client.api_keys.events(api_key.id)",
  },
  getUsage: { needs: [], ts: "sinkove.usage()", py: "client.usage()" },
  listOrganizations: {
    ...listed,
    ts: "sinkove.organizations.list()",
    py: "client.organizations.list()",
  },
  getOrganization: {
    needs: ["organization"],
    ts: "sinkove.organizations.get(organization.id)",
    py: "client.organizations.get(organization.id)",
  },
  listOrganizationDatasets: {
    needs: ["organization"],
    isList: true,
    ts: "sinkove.organizations.datasets(organization.id).list()",
    py: "organization.datasets.list()",
  },
  createOrganizationDataset: {
    needs: ["organization"],
    ts: "sinkove.organizations.datasets(organization.id).create(BODY)",
    py: "organization.datasets.create(BODY)",
  },
  getOrganizationDataset: {
    needs: ["organization", "dataset"],
    ts: "sinkove.organizations.datasets(organization.id).get(dataset.id)",
    py: "organization.datasets.get(dataset.id)",
  },
  deleteOrganizationDataset: {
    needs: ["organization", "dataset"],
    ts: "sinkove.organizations.datasets(organization.id).delete(dataset.id)",
    py: "organization.datasets.delete(dataset.id)",
  },
  getOrganizationDatasetDownload: {
    needs: ["organization", "readyDataset"],
    ts: "sinkove.organizations.datasets(organization.id).downloadUrl(dataset.id)",
    py: "organization.datasets.download_url(dataset.id)",
  },
  listModels: { ...listed, ts: "sinkove.models.list()", py: "client.models.list()" },
  getModel: {
    needs: ["model"],
    ts: "sinkove.models.get(modelId)",
    py: "client.models.get(model_id)",
  },
  listDatasets: { ...listed, ts: "sinkove.datasets.list()", py: "client.datasets.list()" },
  createDataset: {
    needs: [],
    ts: "sinkove.datasets.create(BODY)",
    py: "client.datasets.create(BODY)",
  },
  getDataset: {
    needs: ["dataset"],
    ts: "sinkove.datasets.get(dataset.id)",
    py: "client.datasets.get(dataset.id)",
  },
  deleteDataset: {
    needs: ["dataset"],
    ts: "sinkove.datasets.delete(dataset.id)",
    py: "client.datasets.delete(dataset.id)",
  },
  getDatasetDownload: {
    needs: ["readyDataset"],
    ts: "sinkove.datasets.downloadUrl(dataset.id)",
    py: "client.datasets.download_url(dataset.id)",
  },
  downloadFile: {
    needs: ["readyDataset"],
    ts: "sinkove.datasets.download(dataset.id)",
    py: "client.datasets.download(dataset.id)",
  },
};

import type { ApiKey } from "@sinkove/contract";

/**
 * Returns the keys among `keys` that were created with a key, with those keys, and so on, and that can still be used.
 * Somebody who had the key can have created them. A successor that a person or another key made is not one of them.
 */
export function createdKeys({ id }: ApiKey, keys: readonly ApiKey[]): readonly ApiKey[] {
  const created: ApiKey[] = [];
  const creators = [id];
  for (const creator of creators) {
    const children = keys.filter(({ createdBy }) => createdBy?.id === creator);
    created.push(...children);
    // The loop reaches these too.
    creators.push(...children.map((child) => child.id));
  }
  return created.filter(({ status }) => status !== "revoked" && status !== "expired");
}

import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();

// All items. The SDK requests the next page when the loop needs it.
for await (const { slug } of sinkove.models.list({ limit: 1 })) console.log(slug);

// One page at a time.
const first = await sinkove.models.list({ limit: 1 });
console.log(first.items.length, "item, next page:", first.nextCursor !== undefined);
if (first.nextCursor !== undefined) {
  const second = await sinkove.models.list({ limit: 1, cursor: first.nextCursor });
  console.log(second.items.length, "item");
}

import type { Page } from 'playwright-core';
import { z } from 'zod';

/** What assistive technology is told of an element. */
export type Told = { role: string; name: string; level: number | undefined };

const words = z.object({ value: z.string().default('') });
const answer = z.object({
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      ignored: z.boolean(),
      role: words.optional(),
      name: words.optional(),
      properties: z
        .array(z.object({ name: z.string(), value: z.object({ value: z.unknown().optional() }) }))
        .default([]),
      childIds: z.array(z.string()).default([]),
    }),
  ),
});

/** The accessibility tree as the browser itself has built it, in the order in which it is read. */
export async function accessibilityTree(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = answer.parse(await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const told: Told[] = [];
  const read = (id: string | undefined) => {
    const node = byId.get(id ?? '');
    if (node === undefined) return;
    if (!node.ignored) {
      const level = node.properties.find(({ name }) => name === 'level')?.value.value;
      told.push({
        role: node.role?.value ?? '',
        name: node.name?.value ?? '',
        level: typeof level === 'number' ? level : undefined,
      });
    }
    for (const child of node.childIds) read(child);
  };
  read(nodes[0]?.nodeId);
  return told;
}

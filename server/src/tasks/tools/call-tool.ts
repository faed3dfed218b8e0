import { tools } from './index.ts';
import { type Around, type Given, notice, ToolFailure } from './tool.ts';

/** What a tool gives, to be read by the assistant that called it: the notice that it is data, and JSON; or what to mend. */
export interface ToolAnswer {
  readonly texts: readonly string[];
  readonly isFailure: boolean;
}

/** Calls a tool by its name; null where there is none. Throws what the caller can't mend. */
export async function callTool(name: string, given: Given, around: Around): Promise<ToolAnswer | null> {
  const tool = tools.find((each) => each.name === name);
  if (!tool) return null;
  try {
    const answer = await tool.run(given, around);
    return { texts: [notice[around.language], JSON.stringify(answer)], isFailure: false };
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return { texts: [error.localized[around.language]], isFailure: true };
  }
}

import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import type { CompletionScript } from './script.ts';
import { zsh } from './zsh.ts';

/** The shells that there is a script for. */
export const scripts: readonly CompletionScript[] = [bash, zsh, fish, powershell];

// What LSP asks of clients and some leave out.
import type { ConnectionOptions, Message, RequestMessage } from 'vscode-languageserver';

/** How connections are made: an `initialize` that says nothing of what the client can do says that it can do nothing. */
export const lenient: ConnectionOptions = {
  messageStrategy: { handleMessage: (message, next) => next(withCapabilities(message)) },
};

function withCapabilities(message: Message): Message {
  const { method, params } = message as RequestMessage;
  if (method !== 'initialize' || !params || typeof params !== 'object' || Array.isArray(params)) return message;
  const { capabilities } = params as { readonly capabilities?: unknown };
  const said = typeof capabilities === 'object' && capabilities !== null ? capabilities : {};
  return { ...message, params: { ...params, capabilities: said } } as Message;
}

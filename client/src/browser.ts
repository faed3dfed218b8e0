import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Api, start } from './extension.ts';

type ServerWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (url: string) => ServerWorker;

/** Where VS Code runs in a browser: the server is a worker, a new one at each start. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const home = vscode.Uri.joinPath(context.extensionUri, 'dist').toString(true);
  const script = `${home}/server.browser.js`;
  let worker: ServerWorker | undefined;
  const launch = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, ({ initializationOptions: initial, ...options }) => {
    const initializationOptions = () => ({
      ...(typeof initial === 'function' ? initial() : initial),
      home: `${home}/`,
    });
    return new LanguageClient('nianbao', 'Nianbao', launch, { ...options, initializationOptions });
  });
}

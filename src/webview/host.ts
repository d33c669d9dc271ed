import { createRpcClient, type Events, type Methods, type Port, type RpcClient } from '../protocol/rpc';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension behind this page, and what the page keeps across a reload. */
export interface Host<M extends Methods, E extends Events, State> extends RpcClient<M, E> {
  /** What was kept last; not yet checked. */
  getState(): unknown;
  setState(state: State): void;
}

/** Connects to the extension. VS Code allows this once per page. */
export function connectHost<M extends Methods, E extends Events, State>(): Host<M, E, State> {
  const api = acquireVsCodeApi();
  const port: Port = {
    post: (message) => api.postMessage(message),
    listen(listener) {
      const receive = (event: MessageEvent<unknown>) => listener(event.data);
      addEventListener('message', receive);
      return () => removeEventListener('message', receive);
    },
  };
  const client = createRpcClient<M, E>(port, (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  });
  return { ...client, getState: () => api.getState(), setState: (state) => api.setState(state) };
}

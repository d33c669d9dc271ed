import { isString, type Shape } from './shape';

/*
 *   webview                              host
 *     │ ── request {id, method, params} ──▶ │  checked, handled
 *     │ ◀── reply {id, ok, result | error} ─ │
 *     │ ◀────── event {name, payload} ────── │
 */

/** What a webview may ask of its host: each method with the shape of its parameters and of its result. */
export type Methods = Record<string, { params: unknown; result: unknown }>;

/** What a host may tell its webview: each event with its payload. */
export type Events = Record<string, unknown>;

interface Request {
  readonly kind: 'request';
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}
type Reply =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly error: string };
interface EventMessage {
  readonly kind: 'event';
  readonly name: string;
  readonly payload: unknown;
}

/** One end of the channel between a webview and its host. */
export interface Port {
  /** Rejects or throws when the other end is gone. */
  post(message: unknown): void;
  /** Calls `listener` with each message that arrives, until the returned function is called. */
  listen(listener: (message: unknown) => void): () => void;
}

/** Runs `callback` once after `ms` milliseconds, unless the returned function is called before. */
export type Delay = (callback: () => void, ms: number) => () => void;

export interface RpcClient<M extends Methods, E extends Events> {
  /** Rejects with the host's message, when the host doesn't answer in time, and when the client is disposed. */
  request<K extends keyof M & string>(method: K, params: M[K]['params']): Promise<M[K]['result']>;
  on<K extends keyof E & string>(name: K, listener: (payload: E[K]) => void): void;
  dispose(): void;
}

const replyTimeMs = 10_000;

/** The webview's end: asks, and hears events. The host is trusted, so what it sends is not checked. */
export function createRpcClient<M extends Methods, E extends Events>(
  port: Port,
  delay: Delay,
): RpcClient<M, E> {
  let lastId = 0;
  const pending = new Map<number, (reply: Reply) => void>();
  const listeners = new Map<string, (payload: never) => void>();

  const stop = port.listen((message) => {
    const { kind } = message as { kind?: unknown };
    if (kind === 'reply') pending.get((message as Reply).id)?.(message as Reply);
    if (kind === 'event') {
      const { name, payload } = message as EventMessage;
      listeners.get(name)?.(payload as never);
    }
  });

  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        const settle = (reply: Reply) => {
          cancel();
          pending.delete(id);
          if (reply.ok) resolve(reply.result);
          else reject(new Error(reply.error));
        };
        const cancel = delay(
          () => settle({ kind: 'reply', id, ok: false, error: `no answer to "${method}" in time` }),
          replyTimeMs,
        );
        pending.set(id, settle);
        port.post({ kind: 'request', id, method, params } satisfies Request);
      }),
    on: (name, listener) => void listeners.set(name, listener),
    dispose() {
      stop();
      for (const [id, settle] of [...pending]) {
        settle({ kind: 'reply', id, ok: false, error: 'the panel was closed' });
      }
      listeners.clear();
    },
  };
}

/** The shape of each method's parameters, checked on arrival. */
export type ParamShapes<M extends Methods> = { readonly [K in keyof M]: Shape<M[K]['params']> };

export type Handlers<M extends Methods> = {
  readonly [K in keyof M]: (
    params: M[K]['params'],
  ) => Promise<Handled<M[K]['result']>> | Handled<M[K]['result']>;
};

/** Where a method has no result, its handler may return anything. */
type Handled<Result> = Result extends undefined ? unknown : Result;

export interface RpcServer<E extends Events> {
  emit<K extends keyof E & string>(name: K, payload: E[K]): void;
  dispose(): void;
}

/**
 * The host's end. What arrives is input: a message of another shape is answered with an error where it has an id,
 * reported through `onError`, and never handled.
 */
export function createRpcServer<M extends Methods, E extends Events>(
  port: Port,
  shapes: ParamShapes<M>,
  handlers: Handlers<M>,
  onError: (method: string, error: unknown) => void,
): RpcServer<E> {
  const answer = async ({ id, method, params }: Request): Promise<Reply> => {
    try {
      if (!Object.hasOwn(handlers, method))
        throw new Error(`"${method.slice(0, 40)}" is not a known request`);
      const isParams = shapes[method];
      if (isParams?.(params) !== true) throw new Error(`the parameters of "${method}" have the wrong shape`);
      return { kind: 'reply', id, ok: true, result: await handlers[method]?.(params) };
    } catch (error) {
      onError(method, error);
      return { kind: 'reply', id, ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };

  let isDisposed = false;
  const stop = port.listen((message) => {
    if (!isRequest(message))
      return onError('message', new Error('a message from the panel has the wrong shape'));
    void answer(message).then((reply) => {
      if (!isDisposed) port.post(reply);
    });
  });

  return {
    emit(name, payload) {
      if (!isDisposed) port.post({ kind: 'event', name, payload } satisfies EventMessage);
    },
    dispose() {
      isDisposed = true;
      stop();
    },
  };
}

function isRequest(message: unknown): message is Request {
  if (typeof message !== 'object' || message === null) return false;
  const { kind, id, method } = message as Partial<Record<keyof Request, unknown>>;
  return kind === 'request' && Number.isSafeInteger(id) && isString(method);
}

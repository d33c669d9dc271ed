import assert from 'node:assert/strict';
import { createRpcClient, createRpcServer, type Port } from '../../../src/protocol/rpc';
import { isNothing, isObjectOf, isString } from '../../../src/protocol/shape';

type Methods = {
  greet: { params: { name: string }; result: string };
  fail: { params: undefined; result: undefined };
};
type Events = { said: string };

/** Two ends that hand messages over as copies, like a panel and its host. */
function createChannel(): readonly [Port, Port] {
  const listeners: [((message: unknown) => void) | undefined, ((message: unknown) => void) | undefined] = [
    undefined,
    undefined,
  ];
  const end = (own: 0 | 1, other: 0 | 1): Port => ({
    post: (message) => listeners[other]?.(structuredClone(message)),
    listen(listener) {
      listeners[own] = listener;
      return () => (listeners[own] = undefined);
    },
  });
  return [end(0, 1), end(1, 0)];
}

function connect(isAnswering = true) {
  const [page, host] = createChannel();
  const errors: string[] = [];
  const delays: (() => void)[] = [];
  const client = createRpcClient<Methods, Events>(page, (callback) => {
    delays.push(callback);
    return () => undefined;
  });
  const server = createRpcServer<Methods, Events>(
    isAnswering ? host : { ...host, post: () => undefined },
    { greet: isObjectOf<{ name: string }>({ name: isString }), fail: isNothing },
    {
      greet: ({ name }) => `hello ${name}`,
      fail: () => Promise.reject(new Error('no luck')),
    },
    (method, error) => errors.push(`${method}: ${error instanceof Error ? error.message : ''}`),
  );
  return { client, server, page, errors, runOutOfTime: () => delays.forEach((callback) => callback()) };
}

describe('the channel between a panel and its host', () => {
  it('brings back the result of a request', async () => {
    assert.equal(await connect().client.request('greet', { name: 'you' }), 'hello you');
  });

  it('brings back the message of a failure, and reports it at the host', async () => {
    const { client, errors } = connect();
    await assert.rejects(client.request('fail', undefined), /no luck/);
    assert.deepEqual(errors, ['fail: no luck']);
  });

  it('refuses parameters of another shape', async () => {
    const { client } = connect();
    await assert.rejects(client.request('greet', { name: 3 as unknown as string }), /wrong shape/);
  });

  it('refuses a method that is not its own, also one that every object has', async () => {
    const { client } = connect();
    await assert.rejects(client.request('toString' as 'greet', { name: '' }), /not a known request/);
  });

  it('reports a message that is no request, and goes on', async () => {
    const { client, page, errors } = connect();
    for (const message of [undefined, null, 3, 'x', {}, { kind: 'request' }]) page.post(message);
    assert.equal(errors.length, 6);
    assert.equal(await client.request('greet', { name: 'x' }), 'hello x');
  });

  it('delivers events to the listener of that name only', () => {
    const { client, server } = connect();
    const heard: string[] = [];
    client.on('said', (text) => heard.push(text));
    server.emit('said', 'a');
    assert.deepEqual(heard, ['a']);
  });

  it('rejects a request that is not answered in time', async () => {
    const { client, runOutOfTime } = connect(false);
    const asked = client.request('greet', { name: 'x' });
    runOutOfTime();
    await assert.rejects(asked, /in time/);
  });

  it('rejects what is pending when the panel closes', async () => {
    const { client } = connect(false);
    const asked = client.request('greet', { name: 'x' });
    client.dispose();
    await assert.rejects(asked, /closed/);
  });

  it('sends nothing after the host let go', () => {
    const { client, server } = connect();
    const heard: string[] = [];
    client.on('said', (text) => heard.push(text));
    server.dispose();
    server.emit('said', 'late');
    assert.deepEqual(heard, []);
  });
});

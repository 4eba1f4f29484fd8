import { request as httpRequest } from 'node:http';
import { WebSocket } from 'ws';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request as written: `fetch` would tidy the path up. */
export function send(
  url: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> },
) {
  const { hostname, port } = new URL(url);
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

type Message =
  | { type: 'bars'; bars: { time: number }[]; sent: number }
  | { type: 'hello' | 'end' | 'error'; [key: string]: unknown };

/** A replay that was accepted, with all it says until it closes. */
export async function openReplay(url: string, query: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/replay${query}`, { origin: url });
  const messages: Message[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data)) as Message));
  const ended = new Promise<{ messages: Message[]; code: number }>((resolve) => {
    socket.on('close', (code) => resolve({ messages, code }));
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return { socket, ended };
}

/** The answer to a replay that is refused. */
export function refusedReplay(url: string, query: string, origin: string | undefined): Promise<Answer> {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/api/replay${query}`,
    origin === undefined ? {} : { origin },
  );
  return new Promise((resolve, reject) => {
    socket.on('open', () => reject(new Error('it was accepted')));
    socket.on('unexpected-response', (_, response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
  });
}

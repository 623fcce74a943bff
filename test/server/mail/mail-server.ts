import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on a port of its own. */
export interface MailServer {
  url: string;
  port: number;
  /** What it was handed, whether it took it or not. */
  received: Received[];
  close(): Promise<void>;
}

export interface Received {
  from: string;
  to: string[];
  raw: string;
  mail: Email;
  secure: boolean;
  user: string | undefined;
}

/** What it says to the next mail, after the whole of it has come. */
export interface Behaviour {
  /** Of each mail in turn; taken when there is none left. `vanish` cuts the line without a word. */
  answers?: (Refusal | 'take' | 'vanish')[];
  /** Says no to the recipient. */
  recipient?: Refusal;
  options?: SMTPServerOptions;
  port?: number;
}

export interface Refusal {
  code: number;
  text: string;
}

export async function startMailServer({
  answers = [],
  recipient,
  options,
  port = 0,
}: Behaviour = {}): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => done(recipient && refusal(recipient)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void (async () => {
          const raw = Buffer.concat(chunks).toString('utf8');
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw,
            mail: await PostalMime.parse(raw),
            secure: session.secure,
            user: session.user,
          });
          const answer = answers.shift() ?? 'take';
          if (answer === 'vanish') for (const connection of sockets) connection.destroy();
          else done(answer === 'take' ? null : refusal(answer));
        })();
      });
    },
    ...options,
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => void sockets.add(socket));
  server.on('error', () => {
    // A line that was cut is what some of the tests are about.
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal({ code, text }: Refusal): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** Takes connections, and then does as it is told: nothing at all, say. */
export async function startOddServer(onConnection: (socket: Socket) => void): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => sockets.delete(socket));
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received: [],
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

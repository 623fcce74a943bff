import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own, so that its processor time can be told from that of the load. */
export interface Child<Ready> {
  ready: Ready;
  /** Seconds of processor time it has used since it began, user and system. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

export interface Serving<Ready> {
  listen(): Promise<Ready>;
  close(): Promise<void>;
}

/** In the child: listens, answers every message with the processor time used, stops when the parent lets go. */
export function serveAsChild<Ready extends object>({ listen, close }: Serving<Ready>): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1e6);
  });
  process.once('disconnect', () => void close().then(() => process.exit(0)));
  void listen().then((ready) => process.send?.(ready));
}

/** In the parent. @param nodeOptions for a profile, for example */
export async function startChild<Ready>(
  file: URL,
  args: string[] = [],
  nodeOptions: string[] = [],
): Promise<Child<Ready>> {
  const child = fork(file, args, { execArgv: nodeOptions });
  const [ready] = (await Promise.race([once(child, 'message'), failure()])) as [Ready];

  async function failure(): Promise<never> {
    const [code] = await once(child, 'exit');
    throw new Error(`${file.pathname} ended with ${code} before it was ready`);
  }

  return {
    ready,
    async cpuSeconds() {
      child.send('cpu');
      const [seconds] = (await once(child, 'message')) as [number];
      return seconds;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

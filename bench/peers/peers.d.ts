// What the benches use of their peers, so that the house type-checks where these are not installed.

declare module 'socket.io' {
  import type { Server as HttpServer } from 'node:http';

  interface Socket {
    readonly handshake: { readonly query: Readonly<Record<string, unknown>> };
    join(room: string): void;
    on(event: 'message', listener: (text: string) => void): void;
    to(room: string): { emit(event: 'message', text: string): void };
  }
  export class Server {
    constructor(server: HttpServer, options: { transports: string[]; perMessageDeflate: boolean });
    on(event: 'connection', listener: (socket: Socket) => void): void;
  }
}

declare module 'socket.io-client' {
  interface Socket {
    on(event: 'connect' | 'message', listener: () => void): void;
    emit(event: 'message', text: string): void;
    disconnect(): void;
  }
  export function io(
    url: string,
    options: { transports: string[]; forceNew: boolean; query: Record<string, string> },
  ): Socket;
}

declare module 'lighthouse' {
  interface Rated {
    readonly id: string;
    readonly title: string;
    /** 0 to 1, or null where it does not apply */
    readonly score: number | null;
    readonly displayValue?: string;
  }
  interface Result {
    readonly lhr: {
      readonly categories: Readonly<Record<string, Rated>>;
      readonly audits: Readonly<Record<string, Rated>>;
    };
  }
  export default function lighthouse(
    url: string,
    flags: { port: number; logLevel: 'error' },
  ): Promise<Result | undefined>;
}

// Who the server is over https: its certificate and key; and an answer to those who come over http.
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createSecureContext, type Server } from 'node:tls';
import { ConfigError } from './config.ts';

export interface Identity {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** The first byte of every TLS handshake (RFC 8446 §5.1). */
const HANDSHAKE = 22;

const PLAIN_HTTP = 'Cette adresse commence par https://\nThis address begins with https://\n';
const REFUSAL = `HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: ${PLAIN_HTTP.length}\r\n\r\n${PLAIN_HTTP}`;

function read(option: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new ConfigError(`${option} : le fichier « ${file} » ne peut pas être lu.`);
  }
}

/** @throws ConfigError for files that cannot be read, or that do not belong together */
export function readIdentity(files: { readonly certificate: string; readonly key: string }): Identity {
  const identity = { cert: read('tls-cert', files.certificate), key: read('tls-key', files.key) };
  try {
    createSecureContext(identity);
  } catch {
    throw new ConfigError(
      `tls : « ${files.certificate} » n’est pas un certificat PEM dont « ${files.key} » est la clé, sans mot de passe.`,
    );
  }
  return identity;
}

/** Has a TLS server look at the first byte, and answer plain HTTP in plain HTTP. */
export function explainPlainHttp(server: Server, withinMs: number): void {
  const handshakes = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const giveUp = () => socket.destroy();
    socket.setTimeout(withinMs, giveUp);
    socket.on('error', giveUp);
    socket.once('data', (bytes: Buffer) => {
      if (bytes[0] !== HANDSHAKE) {
        socket.end(REFUSAL);
        return;
      }
      socket.setTimeout(0);
      socket.off('timeout', giveUp).off('error', giveUp);
      socket.pause();
      socket.unshift(bytes);
      for (const shakeHands of handshakes) shakeHands.call(server, socket);
    });
  });
}

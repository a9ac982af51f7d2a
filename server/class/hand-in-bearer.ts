// Finds who sends a request by the secret that it carries.
import type { IncomingMessage } from 'node:http';
import type { Registry, Student } from './registry.ts';

export type Sender = { readonly teacher: true } | { readonly student: Student };

const BEARER = /^Bearer ([\w.~+/=-]{1,256})$/i;

/** @returns undefined for a request with no secret, or with an unknown one */
export function senderOf({ headers }: IncomingMessage, registry: Registry): Sender | undefined {
  const bearer = BEARER.exec(headers.authorization ?? '')?.[1];
  if (bearer === undefined) return undefined;
  const isTeacher = registry.isTeacher(bearer);
  const student = registry.student(bearer);
  if (isTeacher) return { teacher: true };
  return student && { student };
}

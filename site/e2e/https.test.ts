// A teacher who has a certificate: two pages as two peers, over https and wss.
import { expect, test } from 'vitest';
import { makeCertificate } from '../../test/certificate.ts';
import { expectReady, openPage, peer, startServer } from './workbook.ts';

test('with a certificate and its key the workbook comes over https, and its relay over wss', async () => {
  const { certificate, key } = makeCertificate();
  const server = await startServer(['--tls-cert', certificate, '--tls-key', key]);
  expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/$/);
  const [gauche, droite] = await Promise.all(
    ['gauche', 'droite'].map((name) =>
      openPage(`${server.url}banc/#room=chiffre&peer=${name}`, { ignoreHTTPSErrors: true }),
    ),
  );
  if (!gauche || !droite) throw new Error('two pages were opened');
  const sockets: string[] = [];
  gauche.page.on('websocket', (socket) => sockets.push(socket.url()));
  await gauche.page.reload();
  for (const { page } of [gauche, droite]) await expectReady(page);
  await peer(gauche.page, 'gauche').send('sous TLS');
  await peer(droite.page, 'droite').expectLast('sous TLS');
  expect(sockets).toEqual([`${server.url.replace('https', 'wss')}relay`]);
  gauche.expectCalm();
  droite.expectCalm();
}, 120_000);

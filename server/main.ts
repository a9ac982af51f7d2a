// Starts the server: reads the settings, has the site built where it must be, and wires relay, gateway and files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { type Access, accessTo, type Machine, namesOf, namesToPrint, type Place } from './access.ts';
import { classBanner, startBanner } from './banner.ts';
import { openClass } from './class/open-class.ts';
import { type Config, ConfigError, readConfig, USAGE } from './config.ts';
import { capConnections } from './connection-cap.ts';
import { attachRelay } from './gateway.ts';
import { createSiteServer } from './http.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createRelay } from './node-relay.ts';
import { watchWith } from './operations.ts';
import { fileOf, OperationsLog } from './operations-log.ts';
import { loadFiles } from './static-files.ts';
import { StoreError } from './store/store.ts';
import { readIdentity } from './tls.ts';

const ROOT = join(import.meta.dirname, '..');
const EXIT_WITHIN_MS = 1_800;

function thisMachine(): Machine {
  const addresses = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid) // a link-local IPv6 address has no URL
    .map(({ address }) => address);
  return { hostname: hostname(), addresses };
}

/** Has the site built, if what is there is not what these settings ask for. @returns what opens sealed answers */
async function ensureBuilt(config: Config): Promise<string | undefined> {
  const builder = spawn(process.execPath, [join(ROOT, 'site/build/ensure.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ANSWERS: config.answers,
      BASE_PATH: config.base,
      SITE_URL: config.siteUrl ?? '',
      DATA_DIR: config.dataFolder,
    },
  });
  let passphrase: string | undefined;
  builder.on('message', (message) => {
    passphrase = String(message);
  });
  const [code] = await once(builder, 'exit');
  if (code !== 0) throw new ConfigError('Le site n’a pas pu être construit (voir ci-dessus).');
  return passphrase;
}

async function listen(
  server: ReturnType<typeof createSiteServer>,
  config: Config,
): Promise<Place & { readonly port: number }> {
  const { host } = config;
  server.listen({ port: config.port, host });
  await once(server, 'listening'); // an error instead is thrown from here
  const { address, port } = server.address() as AddressInfo; // a TCP server has no other
  return { bound: address, host, class: config.class, port };
}

function openOperationsLog({ log }: Config): OperationsLog {
  const write = (line: string) => process.stderr.write(line);
  const operations = new OperationsLog(log === undefined ? write : fileOf(log, console.error));
  process.on('uncaughtExceptionMonitor', (error) => operations.fault('uncaught', error));
  operations.note('started', { node: process.versions.node, platform: process.platform });
  return operations;
}

async function start(config: Config): Promise<void> {
  const identity = config.tls && readIdentity(config.tls);
  const scheme = identity ? 'https' : 'http';
  const operations = openOperationsLog(config);
  const passphrase = await ensureBuilt(config);
  let metrics: Metrics | undefined;
  const watch = watchWith(operations, () => metrics);
  const served = config.class ? openClass(config, passphrase, watch) : undefined;
  let access: Access = accessTo(config.port, [], config.origins); // nobody asks before the server listens
  const relayPath = `${config.base}relay`;
  const relay = createRelay(config.rate, served?.openDesk);
  const server = createSiteServer({
    files: loadFiles(join(ROOT, 'dist')),
    base: config.base,
    relay: {
      relay: relayPath,
      class: config.class,
      ...served?.notice,
      get ended() {
        return served?.ended();
      },
    },
    access: () => access,
    routes: served?.routes((origin) => access.originAllowed(origin)),
    metrics: async () => (await metrics?.text()) ?? '',
    identity,
    maxPerAddress: config.maxPerAddress,
  });
  capConnections(server, config.maxPerAddress);
  const gateway = attachRelay(server, relay, {
    path: relayPath,
    alone: true,
    hostAllowed: (host) => access.hostAllowed(host),
    originAllowed: (origin) => access.originAllowed(origin),
    maxPerAddress: config.maxPerAddress,
    watch,
  });
  metrics = createMetrics(relay, () => gateway.connections());
  const place = await listen(server, config);
  const machine = thisMachine();
  access = accessTo(place.port, namesOf(place, machine), config.origins, scheme);

  operations.note('listening', { port: place.port, class: config.class, tls: identity !== undefined });

  const urls = namesToPrint(place, machine).map((name) => `${scheme}://${name}:${place.port}${config.base}`);
  served?.listens(urls[0]);
  console.log(
    served
      ? classBanner(urls, config, served.opened, passphrase, process.stdout.isTTY)
      : startBanner(urls, passphrase),
  );

  const stop = async () => {
    process.once('exit', () => operations.note('stopped', { connections: gateway.connections() }));
    setTimeout(() => process.exit(0), EXIT_WITHIN_MS).unref();
    server.close();
    await gateway.close();
    served?.close();
    server.closeAllConnections();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

/** What `listen` says of an address that is another machine's, of a name that nobody knows, of a missing IPv6. */
const NO_ADDRESS_HERE = new Set<unknown>([
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EAI_AGAIN',
  'EINVAL',
  'ENOTFOUND',
]);

/** What went wrong, in one line, or undefined for what nobody expected. */
function explain(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof StoreError)
    return `Les données de la classe ne peuvent pas être lues ou écrites : ${error.message}`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Le port ${config?.port} est déjà pris : arrêtez l’autre programme, ou choisissez un autre port avec --port.`;
  if (code === 'EACCES') return `Le port ${config?.port} est réservé : choisissez-en un autre avec --port.`;
  if (NO_ADDRESS_HERE.has(code)) return `L’adresse ${config?.host} n’est pas une adresse de cette machine.`;
  return undefined;
}

let config: Config | undefined;
try {
  config = readConfig(process.argv.slice(2), process.env);
  if (config) await start(config);
  else console.log(USAGE);
} catch (error) {
  const explanation = explain(error, config);
  if (explanation === undefined) throw error;
  console.error(explanation);
  process.exit(1);
}

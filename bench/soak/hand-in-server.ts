// A process that serves nothing but hand-ins, as a class does, from the folder that it is given; a soak kills it.
import { join } from 'node:path';
import { SqliteStore } from '#server/store/sqlite.ts';
import { serveClass } from '../../test/class-over-http.ts';

const [folder = '', ...students] = process.argv.slice(2);
const { port } = await serveClass(new SqliteStore(join(folder, 'class.sqlite')), students);
console.log(port);

// Runs a file of this project with a disk of its own, of a size of one's choice: one that can be full, or become read-only.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @param size - of the disk, as mount(8) has it
 * @param file - is run with the disk's folder as its argument; it may remount it
 * @returns what it printed
 * @throws Error where it fails, or where this machine makes no disks: Linux does, for root and where users may have namespaces
 */
export function onDiskOfItsOwn(size: string, file: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  try {
    const rights = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
    const script = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && exec "$3" --no-warnings "$4" "$2"';
    const words = ['sh', '-c', script, 'sh', size, folder, process.execPath, file];
    const { status, stdout, stderr } = spawnSync('unshare', [...rights, ...words], { encoding: 'utf8' });
    if (status === 0) return stdout;
    throw new Error(`unshare, mount or ${file} failed, on a disk of its own: ${stderr}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

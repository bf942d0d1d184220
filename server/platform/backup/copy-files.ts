import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { StartFault } from '../start-fault.ts'
import { type FileEntry, filesIn, type Manifest, sha256Of } from './manifest.ts'

/** Copies the evidence files of a data folder, which are written once and never changed. @returns each with its hash */
export async function copyFiles(dataFolder: string, to: string): Promise<FileEntry[]> {
  const source = filesIn(dataFolder)
  const found = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => [])
  const files: FileEntry[] = []
  // A name that begins with a dot is a file that is only just being written.
  for (const entry of found.filter((one) => one.isFile() && !one.name.startsWith('.'))) {
    const path = join(entry.parentPath, entry.name)
    const file = join('files', relative(source, path))
    const copied = join(to, file)
    await mkdir(dirname(copied), { recursive: true, mode: 0o700 })
    try {
      await copyFile(path, copied)
    } catch (fault) {
      // Swept while the backup was being written: an upload that nobody had submitted for a day.
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
      await rm(copied, { force: true })
      continue
    }
    files.push({ file, bytes: (await stat(copied)).size, sha256: await sha256Of(copied) })
  }
  return files
}

/** Copies a backup's evidence files and compares each with the manifest. @throws StartFault naming the one that differs */
export async function restoreFiles(
  from: string,
  dataFolder: string,
  { files = [] }: Manifest,
): Promise<void> {
  for (const { file, sha256 } of files) {
    const copied = join(dataFolder, file)
    await mkdir(dirname(copied), { recursive: true, mode: 0o700 })
    await copyFile(join(from, file), copied)
    if ((await sha256Of(copied)) === sha256) continue
    throw new StartFault(
      `恢复出来的文件 ${file} 与备份不一致，没有恢复任何内容。请检查磁盘，或换一份备份。`,
      `The restored file ${file} differs from the backup; nothing was restored. Check the disk or take another backup.`,
    )
  }
}

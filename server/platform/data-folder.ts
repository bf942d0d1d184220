import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf, StartFault } from './start-fault.ts'

/**
 * Makes the data folder and proves that it can be written.
 * @returns its real path, so that one folder has one name
 * @throws StartFault naming the folder and what to do
 */
export function prepareDataFolder(folder: string): string {
  try {
    // Root's database runs as another user, who must be able to pass through (not to list).
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return realpathSync(folder)
  } catch (fault) {
    throw new StartFault(
      `数据目录 ${folder} 写不进去。请换一个可写的目录（如 GONGZHI_DATA=~/gongzhi-data npm start），或改它的权限、腾出磁盘空间。`,
      `The data folder ${folder} cannot be written (${reasonOf(fault)}): choose another with GONGZHI_DATA, or correct its rights or free space.`,
    )
  }
}

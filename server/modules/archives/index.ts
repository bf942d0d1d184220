import type { Clock } from '../../platform/clock/clock.ts'
import type { Module } from '../module.ts'
import { Batches } from './batches.ts'
import { policy } from './policy.ts'
import { archiveRoutes, type ArchiveMeans } from './routes.ts'
import { finalRoom, openedRoom } from './stage-rooms.ts'

export { drawArchive } from './draw-archive.ts'
export { findArchive, type FoundArchive } from './queries/find-archive.ts'
export { unpackArchive } from './unpack.ts'
export { whenCorrected } from './when-corrected.ts'

export interface ArchivesOptions extends Omit<ArchiveMeans, 'batches'> {
  /** Where finished batches lie until they are fetched. */
  folder: string
}

export interface ArchivesModule extends Module {
  /** After a start: old files go. */
  sweep(clock: Clock): void
  stop(): Promise<void>
}

/** Frozen results, their papers, and open data (6.8.2). */
export function archivesModule({ folder, ...means }: ArchivesOptions): ArchivesModule {
  const batches = new Batches(folder)
  return {
    name: 'archives',
    uses: ['organisations', 'accounts', 'documents', 'evaluation', 'publicity'],
    policy,
    routes: archiveRoutes({ ...means, batches }),
    stages: [openedRoom(means.editions), finalRoom(means.editions)],
    sweep: (clock) => batches.sweep(clock),
    stop: () => batches.stop(),
  }
}

import { queryOptions } from '@tanstack/react-query'
import type { getDictionary, listOpenRounds } from '../../../contracts/archives/public.ts'
import { archivePaths } from '../../../contracts/archives/words.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { ask } from '../../api/client.ts'
import { orNone } from '../../api/problem.ts'

export type OpenRound = Answer<typeof listOpenRounds>['rounds'][number]
export type Dictionary = Answer<typeof getDictionary>

/** Null where nothing has been published yet. */
export const openRoundsQuery = queryOptions({
  queryKey: ['open-rounds'],
  queryFn: () => ask<typeof listOpenRounds>(archivePaths.rounds, {}).catch(orNone),
})

export const dictionaryQuery = queryOptions({
  queryKey: ['dictionary'],
  queryFn: () => ask<typeof getDictionary>(archivePaths.dictionary, {}).catch(orNone),
})

/** «results» of …/results.csv: what a file is of, as the dictionary calls it. */
export const partOf = (address: string): string => address.replace(/^.*\//, '').replace(/\.\w+$/, '')

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { photoPath } from '../../contracts/documents/words.ts'
import type { Answer } from '../../contracts/endpoint.ts'
import type * as contract from '../../contracts/petitions/public.ts'
import type * as own from '../../contracts/petitions/own-public.ts'
import { publicPetitionPaths as paths } from '../../contracts/petitions/public-words.ts'
import type * as residents from '../../contracts/residents/public.ts'
import { residentPaths } from '../../contracts/residents/words.ts'
import { ask } from './client.ts'
import { NoAnswer, readProblem } from './problem.ts'

export type Start = Answer<typeof contract.startFiling>
export type Category = Start['categories'][number]
export type PlaceHit = NonNullable<Start['place']>
export type OwnRow = Answer<typeof own.listOwnClaims>['rows'][number]
export type Looked = Answer<typeof contract.lookUpClaim>

export const startQuery = (at: string | undefined) =>
  queryOptions({
    queryKey: ['claim-start', at ?? ''],
    queryFn: () => ask<typeof contract.startFiling>(paths.start, { query: { at } }),
  })

export const foundPlacesQuery = (text: string) =>
  queryOptions({
    queryKey: ['claim-places', text],
    queryFn: () => ask<typeof contract.findPlaces>(paths.places, { query: { text } }),
    enabled: text !== '',
  })

export const similarQuery = (place: string | undefined, category: string) =>
  queryOptions({
    queryKey: ['claim-similar', place, category],
    queryFn: () =>
      ask<typeof contract.similarClaims>(paths.similar, { query: { place: place ?? '', category } }),
    enabled: place !== undefined,
    staleTime: 30_000,
  })

export const whoQuery = queryOptions({
  queryKey: ['resident'],
  queryFn: () => ask<typeof residents.whoIsHere>(residentPaths.session, {}),
})

export const ownClaimsQuery = infiniteQueryOptions({
  queryKey: ['own-claims'],
  queryFn: ({ pageParam }) =>
    ask<typeof own.listOwnClaims>(paths.mine, { query: pageParam ? { after: pageParam } : {} }),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
  staleTime: 0,
})

export const ownClaimQuery = (number: string) =>
  queryOptions({
    queryKey: ['own-claim', number],
    queryFn: () => ask<typeof own.getOwnClaim>(paths.own, { params: { number } }),
    staleTime: 0,
  })

export const linkedQuery = (token: string) =>
  queryOptions({
    queryKey: ['linked-claim', token],
    queryFn: () => ask<typeof own.openLinkedClaim>(paths.linked, { params: { token } }),
    staleTime: 0,
  })

export const lookUpQuery = (number: string) =>
  queryOptions({
    queryKey: ['claim', number],
    queryFn: () => ask<typeof contract.lookUpClaim>(paths.claim, { params: { number } }),
    staleTime: 0,
  })

export const placeClaimsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['place-claims', id],
    queryFn: ({ pageParam }) =>
      ask<typeof contract.listPlaceClaims>(paths.placeClaims, {
        params: { id },
        query: pageParam ? { after: pageParam } : {},
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 30_000,
  })

/** Sends one photo; the same id with the same bytes is the same photo. */
export async function sendPhoto(id: string, photo: Blob): Promise<void> {
  const form = new FormData()
  form.set('file', photo, 'photo.jpg')
  const response = await fetch(`${photoPath}?id=${id}`, {
    method: 'POST',
    headers: { 'x-gongzhi': '1' },
    credentials: 'same-origin',
    body: form,
  }).catch(() => {
    throw new NoAnswer(0)
  })
  if (!response.ok) throw await readProblem(response)
}

/** This browser is known no longer. */
export async function endSession(): Promise<void> {
  const response = await fetch(residentPaths.session, {
    method: 'DELETE',
    headers: { 'x-gongzhi': '1' },
    credentials: 'same-origin',
  }).catch(() => {
    throw new NoAnswer(0)
  })
  if (!response.ok) throw await readProblem(response)
}

export const photoAddress = (number: string, id: string, size: 'thumbnail' | 'preview'): string =>
  `${paths.photo.replace(':number', number).replace(':documentId', id)}?size=${size}`

import { useLocation } from '@tanstack/react-router'
import { word } from '../../../app/search.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'

/** The place whose rows a list shows: the one in its address, else the one chosen in the top bar. */
export function useShownPlace(): string | undefined {
  const { search } = useLocation()
  const { place } = useJurisdiction()
  return word(search, 'place') ?? place?.id
}

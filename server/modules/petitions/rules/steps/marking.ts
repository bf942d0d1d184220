import type { Steps } from './step.ts'

/** What is said about a claim without moving it. */
export const marking: Steps<'marked-key' | 'unmarked-key' | 'excluded' | 'included'> = {
  'marked-key': (_claim, { data: { level, complex, supervised } }) => ({
    key: { level, complex, supervised },
  }),
  'unmarked-key': () => ({ key: null }),
  excluded: (_claim, { data }) => ({ excluded: data.why }),
  included: () => ({ excluded: null }),
}

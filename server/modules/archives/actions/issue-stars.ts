import { starsOf } from '../../../../contracts/publicity/words.ts'
import { defineAction } from '../../../access/action.ts'
import { roundResource } from '../../evaluation/index.ts'
import { issuePapers } from '../issue-papers.ts'
import { refuse } from '../problems.ts'
import { bandedWithoutStars, issuingFrom } from '../storage/certificates.ts'

/** Issues the star certificates of a round to all projects with stars that have none; asked twice it issues none twice. */
export const issueStars = defineAction({
  verb: 'archives.issue-certificates',
  on: ({ id }: { id: string }) => ({ resource: roundResource, id }),
  async run(ctx, { id }) {
    const from = await issuingFrom(ctx.db, id)
    if (!from) throw refuse('not-frozen', {}, { clause: '6.8.2' })
    if (from.state !== 'archived') throw refuse('not-archived', {}, { clause: '6.8.2' })
    const banded = await bandedWithoutStars(ctx.db, from.archiveId)
    const starred = banded.filter(({ band }) => starsOf(band) > 0).map(({ subjectId }) => subjectId)
    const issued = await issuePapers(ctx, { archiveId: from.archiveId, roundId: id, kind: 'star' }, starred)
    return {
      answer: { issued },
      audit: {
        resource: roundResource.name,
        id,
        summary: `颁发星级证书 ${issued} 份`,
        detail: { issued, archiveId: from.archiveId },
      },
    }
  },
})

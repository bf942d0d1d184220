import * as contract from '../../../contracts/publicity/appeals.ts'
import * as corrected from '../../../contracts/publicity/corrections.ts'
import { type Route, route } from '../../access/route.ts'
import { assignAppeal } from './actions/appeals/assign-appeal.ts'
import { decideAppeal } from './actions/appeals/decide-appeal.ts'
import { fileAppeal } from './actions/appeals/file-appeal.ts'
import { proposeCorrection } from './actions/appeals/propose-correction.ts'
import { type Correcting, decideCorrection, withdrawCorrection } from './actions/appeals/settle-correction.ts'
import { withdrawAppeal } from './actions/appeals/withdraw-appeal.ts'
import { appealPage } from './queries/appeals/appeal.ts'
import { appeals } from './queries/appeals/appeals.ts'
import { candidates } from './queries/appeals/candidates.ts'
import { correctionPage, corrections } from './queries/appeals/corrections.ts'
import { disputable, ownResults } from './queries/appeals/disputable.ts'
import { isDecidable, levelsOf } from './rules/appeals/decidable.ts'

const tell = { decidable: isDecidable, levels: levelsOf }

export function appealRoutes(correcting: Correcting): readonly Route[] {
  const { editions } = correcting.engine
  const [file, decide] = [fileAppeal(editions), decideAppeal(correcting.engine)]
  return [
    route(contract.listOwnResults, ({ ctx }) => ownResults(ctx)),
    route(contract.getAppealable, ({ params, ctx }) =>
      disputable(ctx, editions, { ...params, verb: 'publicity.file-appeal' }, tell),
    ),
    route(contract.fileAppeal, ({ body, perform }) => perform(file, body)),
    route(contract.listAppeals, ({ query, ctx }) => appeals(ctx, query)),
    route(contract.getAppeal, ({ params, ctx }) => appealPage(ctx, editions, params.id, tell)),
    route(contract.listCandidates, ({ params, ctx }) => candidates(ctx, params.id)),
    route(contract.assignAppeal, ({ params, body, perform }) =>
      perform(assignAppeal, { ...params, ...body }),
    ),
    route(contract.decideAppeal, ({ params, body, perform }) => perform(decide, { ...params, ...body })),
    route(contract.withdrawAppeal, ({ params, perform }) => perform(withdrawAppeal, params)),
  ]
}

export function correctionRoutes(correcting: Correcting): readonly Route[] {
  const { editions } = correcting.engine
  const [propose, decide] = [proposeCorrection(editions), decideCorrection(correcting)]
  return [
    route(corrected.getCorrectable, ({ params, ctx }) =>
      disputable(ctx, editions, { ...params, verb: 'publicity.propose-corrections' }, tell),
    ),
    route(corrected.proposeCorrection, ({ body, perform }) => perform(propose, body)),
    route(corrected.listCorrections, ({ query, ctx }) => corrections(ctx, query)),
    route(corrected.getCorrection, ({ params, ctx }) => correctionPage(ctx, editions, params.id)),
    route(corrected.decideCorrection, ({ params, body, perform }) => perform(decide, { ...params, ...body })),
    route(corrected.withdrawCorrection, ({ params, perform }) => perform(withdrawCorrection, params)),
  ]
}

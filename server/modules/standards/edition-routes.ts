import * as contract from '../../../contracts/standards/editions.ts'
import { type Route, route } from '../../access/route.ts'
import { changeEdition } from './actions/change-edition.ts'
import { copyEdition } from './actions/copy-edition.ts'
import { importEdition } from './actions/import-edition.ts'
import { settleEdition, submitEdition, withdrawEdition } from './actions/settle-edition.ts'
import { draftPage } from './draft-page.ts'
import { editionFile } from './edition-file.ts'
import { preview } from './preview.ts'
import { draftById, drafts, history, previewRounds } from './queries/drafts.ts'
import { differencesOf } from './rules/differences.ts'
import type { Standards } from './standards.ts'

/** Next year's edition: copied, changed, checked, tried, approved by another person, published. */
export function editionRoutes({ engine, cityId }: Standards): Route[] {
  const { editions } = engine
  const actions = {
    copy: copyEdition(editions),
    change: changeEdition(editions),
    import: importEdition(editions),
    submit: submitEdition({ editions, cityId }),
    settle: settleEdition({ editions, cityId }),
  }
  return [
    route(contract.listDrafts, async ({ ctx }) => ({
      editions: await drafts(ctx),
      may: ctx.policy.mayAnywhere(ctx.actor, 'standards.edit-edition'),
    })),
    route(contract.copyEdition, ({ body, perform }) => perform(actions.copy, body)),
    route(contract.listPreviewRounds, async ({ ctx }) => ({ rounds: await previewRounds(ctx) })),
    route(contract.getDraft, ({ params, ctx }) => draftPage(ctx, editions, params.id)),
    route(contract.changeEdition, ({ params, body, perform }) =>
      perform(actions.change, { ...params, ...body }),
    ),
    route(
      contract.importEdition,
      ({ params, body, perform }) => perform(actions.import, { ...params, ...body }),
      {
        perMinute: 20,
      },
    ),
    route(contract.exportEdition, async ({ params, query, ctx, raw }) => {
      raw.send(await editionFile(ctx, params.id, query.format ?? 'yaml'))
    }),
    route(contract.getDifferences, async ({ params, ctx }) => {
      const { document, basedOn } = await draftById(ctx, params.id)
      return { basedOn, differences: differencesOf(document, await editions.rulebookOf(basedOn), basedOn) }
    }),
    route(contract.getEditionHistory, ({ params, ctx }) => history(ctx, params.id)),
    route(contract.previewEdition, ({ params, query, ctx }) => preview(ctx, engine, params.id, query.round), {
      perMinute: 20,
    }),
    route(contract.submitEdition, ({ params, body, perform }) =>
      perform(actions.submit, { ...params, ...body }),
    ),
    route(contract.settleEdition, async ({ params, body, perform }) => {
      const answer = await perform(actions.settle, { ...params, ...body })
      // From now on it is one of those that everybody reads.
      await editions.whole()
      return answer
    }),
    route(contract.withdrawEdition, ({ params, body, perform }) =>
      perform(withdrawEdition, { ...params, ...body }),
    ),
  ]
}

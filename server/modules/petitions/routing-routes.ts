import * as contract from '../../../contracts/petitions/routing.ts'
import { type Route, route } from '../../access/route.ts'
import { addCategory, addDuty, editCategory, endDuty, switchLadder } from './actions/edit-routing.ts'
import { gatePoster } from './gate-poster.ts'
import type { PetitionMeans } from './means.ts'
import { posterPlace } from './queries/poster-place.ts'
import { categories, duties, ladders } from './queries/routing-data.ts'

/** Who answers for what, and the way to the form: looked at by many, changed by bureaus. */
export const routingRoutes = (means: PetitionMeans): Route[] => [
  route(contract.listCategories, ({ ctx }) => categories(ctx)),
  route(contract.addCategory, ({ body, perform }) => perform(addCategory, body)),
  route(contract.editCategory, ({ params, body, perform }) => perform(editCategory, { ...params, ...body })),
  route(contract.listDuties, ({ query, ctx }) => duties(ctx, query)),
  route(contract.addDuty, ({ body, perform }) =>
    perform(addDuty, {
      ...body,
      bodyId: body.bodyId ?? null,
      officePlaceId: body.officePlaceId ?? null,
      to: body.to ?? null,
    }),
  ),
  route(contract.endDuty, ({ params, body, perform }) => perform(endDuty, { ...params, ...body })),
  route(contract.listLadders, ({ ctx }) => ladders(ctx)),
  route(contract.switchLadder, ({ params, body, perform }) => perform(switchLadder, { ...params, ...body })),
  route(contract.printGatePoster, async ({ params, ctx, raw }) => {
    const gate = await posterPlace(ctx, params.id)
    const address = means.address ?? raw.asked().origin
    const body = await gatePoster({ ...gate, address, day: ctx.clock.today(), demo: means.demo })
    raw.send({
      name: `门口二维码 ${gate.name}.pdf`.replace(/[\\/:*?"<>|]/g, ' '),
      type: 'application/pdf',
      body,
    })
  }),
]
